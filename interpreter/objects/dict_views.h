// dict.keys(), .values(), .items() and the iterators over a dict.
#pragma once

#include "interpreter/objects/dict.h"
#include "interpreter/objects/tuple.h"

namespace gilsim::python {

struct DictView : Object {
  Dict* dict;  // owned
};

// All six kinds share this struct; the type says which one it is.
struct DictIterator : Object {
  Dict* dict;         // owned; null: exhausted
  int64_t used;       // the dict's when iteration began; -1 after "dictionary changed size during iteration"
  int64_t remaining;  // live entries that should still come
  int32_t position;   // next entry to look at
  Tuple* pair;        // of an item iterator: the tuple given last, used again when nobody has kept it; or null
};

extern Type dict_keys_type, dict_values_type, dict_items_type;
extern Type dict_key_iterator_type, dict_value_iterator_type, dict_item_iterator_type, dict_reverse_key_iterator_type,
    dict_reverse_value_iterator_type, dict_reverse_item_iterator_type;
void define_dict_view_types();
void define_dict_iterator_types();

Ref make_dict_view(Type* view_type, Dict* dict);
Ref make_dict_iterator(Type* iterator_type, Dict* dict);
Ref iterate_dict(Vm& vm, Value self);  // over its keys

}  // namespace gilsim::python
