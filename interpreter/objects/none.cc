#include "interpreter/objects/none.h"

#include "interpreter/objects/exception.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/warning.h"

namespace gilsim::python {

Type none_type, not_implemented_type, ellipsis_type;

namespace {

Ref repr_constant(Vm&, Value self) {
  return intern(self.is_none() ? "None" : self == kEllipsis ? "Ellipsis" : "NotImplemented");
}
int never_true(Vm&, Value) { return 0; }

Ref create_constant(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() || arguments.keyword_count())
    return raise(vm, exceptions::TypeError, "{} takes no arguments", to_utf8(type->name));
  return type == &none_type ? kNone : type == &ellipsis_type ? kEllipsis : kNotImplemented;
}

// Constants hash by identity: a fixed number each.
bool hash_constant(Vm&, Value self, Hash* result) {
  *result = static_cast<Hash>(0x9e3779b97f4a7c15u * self.bits() >> 4);
  return true;
}

int true_with_warning(Vm& vm, Value) {
  return warn(vm, exceptions::DeprecationWarning, "NotImplemented should not be used in a boolean context") ? 1 : -1;
}

void define_constant(Type& type, const char* name, int (*truth)(Vm&, Value)) {
  define_type(type,
              {.name = name,
               .base = nullptr,
               .basic_size = 0,
               .flags = kImmutable,
               .operations = {
                   .repr = repr_constant, .hash = hash_constant, .truth = truth, .create = create_constant}});
}

}  // namespace

void define_none_types() {
  define_constant(none_type, "NoneType", never_true);
  define_constant(not_implemented_type, "NotImplementedType", true_with_warning);
  define_constant(ellipsis_type, "ellipsis", nullptr);
}

}  // namespace gilsim::python
