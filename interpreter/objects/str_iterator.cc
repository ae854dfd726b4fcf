#include "interpreter/objects/str_iterator.h"

#include "interpreter/objects/integer.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type str_iterator_type;

namespace {

void drop_text(StrIterator* iterator) {
  if (Str* text = std::exchange(iterator->text, nullptr)) decref(text);
}

void destroy_iterator(Object* object) {
  drop_text(static_cast<StrIterator*>(object));
  free_object(object, sizeof(StrIterator));
}

Ref iterate_itself(Vm&, Value self) { return self; }

Ref next_character(Vm&, Value self) {
  auto* iterator = self.as<StrIterator>();
  if (!iterator->text) return {};
  if (iterator->position < iterator->text->length) return make_str(iterator->text->at(iterator->position++));
  drop_text(iterator);
  return {};
}

Ref length_hint(Vm&, const Arguments& arguments) {
  auto* iterator = arguments[0].as<StrIterator>();
  return make_int(iterator->text ? iterator->text->length - iterator->position : 0);
}

constexpr NativeDescription kMethods[] = {{"__length_hint__", length_hint, {0, 0}}};

}  // namespace

Ref iterate_str(Vm&, Value self) {
  auto* iterator = allocate_object<StrIterator>(&str_iterator_type);
  iterator->text = self.as<Str>();
  iterator->position = 0;
  incref(iterator->text);
  return Ref::take(iterator);
}

void define_str_iterator_types() {
  define_type(str_iterator_type,
              {.name = "str_ascii_iterator",
               .base = nullptr,
               .basic_size = sizeof(StrIterator),
               .flags = kImmutable,
               .operations = {.destroy = destroy_iterator, .iterate = iterate_itself, .next = next_character},
               .methods = kMethods});
}

}  // namespace gilsim::python
