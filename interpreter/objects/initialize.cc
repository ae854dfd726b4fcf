#include "interpreter/objects/initialize.h"

#include "interpreter/objects/boolean.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/class_creation.h"
#include "interpreter/objects/complex.h"
#include "interpreter/objects/descriptors.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/exception_types.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/mapping_proxy.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/none.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/property.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/frame_view.h"
#include "interpreter/objects/simple_namespace.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/super.h"
#include "interpreter/objects/traceback.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_type.h"
#include "interpreter/objects/union.h"
#include "interpreter/objects/weak_reference.h"

namespace gilsim::python {

namespace {

// Defining any type makes strings, tuples, dicts and descriptors, before their own types are defined. What allocation
// must know of those is whether they have GC links, so it is said here first; define_type says the same again later.
void announce(Type& type, uint32_t flags) {
  type.type_flags = flags;
  type.slot_bytes = 0;
}

void announce_types_of_namespaces() {
  announce(str_type, 0);
  announce(tuple_type, kTracked);
  announce(list_type, kTracked);
  announce(dict_type, kTracked);
  announce(method_descriptor_type, 0);
  announce(slot_wrapper_type, 0);
  announce(classmethod_descriptor_type, 0);
  announce(native_function_type, kTracked);
  announce(getset_descriptor_type, 0);
  announce(member_descriptor_type, kTracked);
}

// What the namespace of every type is made of; objects of the other types may die only after theirs are defined.
void define_types_of_types() {
  define_object_type();
  define_type_type();
  define_native_types();
  define_function_types();
  define_descriptor_types();
}

void define_other_kernel_types() {
  define_property_type();
  define_module_type();
  define_super_type();
  define_mapping_proxy_type();
  define_simple_namespace_type();
  define_frame_type();
  define_generic_alias_type();
  define_union_type();
  define_weak_reference_types();
}

// They make and drop strings and tuples, so those must be complete.
void define_exceptions() {
  define_exception_types();
  define_traceback_type();
}

void define_number_and_text_types() {
  define_integer_types();
  define_boolean_types();
  define_float_types();
  define_complex_types();
  define_none_types();
  define_str_types();
  define_bytes_types();
}

void define_container_types() {
  define_tuple_types();
  define_list_types();
  define_dict_types();
  define_dict_view_types();
  define_set_types();
  define_slice_types();
  define_range_types();
  define_iterator_types();
}

}  // namespace

void initialize_types() {
  announce_types_of_namespaces();
  start_strings();
  intern_names();
  define_types_of_types();
  define_number_and_text_types();
  define_container_types();
  define_other_kernel_types();
  define_exceptions();
}

}  // namespace gilsim::python
