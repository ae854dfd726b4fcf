// class_creation.h: what bases decide - the metaclass and the order in which attributes are looked for.
#include <algorithm>
#include <vector>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/class_creation.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

Type* choose_metaclass(Vm& vm, Type* metaclass, const Tuple* bases) {
  for (int64_t i = 0; i < bases->size; ++i) {
    Type* of_base = type_of(bases->items[i]);
    if (is_subtype(metaclass, of_base)) continue;
    if (!is_subtype(of_base, metaclass)) {
      raise(vm, exceptions::TypeError,
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
      return nullptr;
    }
    metaclass = of_base;
  }
  return metaclass;
}

Ref resolve_bases(Vm& vm, Tuple* bases) {
  Ref resolved;
  for (int64_t i = 0; i < bases->size; ++i) {
    Value base = bases->items[i];
    bool failed = false;
    Ref method = is_instance(base, &type_type) ? Ref() : get_attribute_or_null(vm, base, names.mro_entries, &failed);
    if (failed) return {};
    if (!method) {
      if (resolved) list_append(resolved.as<List>(), base);
      continue;
    }
    Ref replacement = call(vm, method, {Value::of(bases)});
    if (!replacement) return {};
    if (!is_tuple(replacement)) return raise(vm, exceptions::TypeError, "__mro_entries__ must return a tuple");
    if (!resolved) {
      resolved = Ref::take(new_list());
      for (int64_t k = 0; k < i; ++k) list_append(resolved.as<List>(), bases->items[k]);
    }
    if (!list_extend(vm, resolved.as<List>(), replacement)) return {};
  }
  return resolved ? make_tuple(resolved.as<List>()->items, resolved.as<List>()->size) : Ref(bases);
}

// --- C3 linearisation ----------------------------------------------------------------------------------------------

namespace {

struct Sequence {
  const Tuple* items;
  int64_t position;  // what stands before it has been taken

  bool is_done() const { return position >= items->size; }
  Value head() const { return items->items[position]; }
  bool has_in_tail(Value type) const {
    for (int64_t i = position + 1; i < items->size; ++i)
      if (items->items[i] == type) return true;
    return false;
  }
};

// The first head that stands in no tail; null: there is none although something is left.
Value next_candidate(const std::vector<Sequence>& sequences) {
  for (const Sequence& sequence : sequences) {
    if (sequence.is_done()) continue;
    bool blocked = false;
    for (const Sequence& other : sequences) blocked = blocked || other.has_in_tail(sequence.head());
    if (!blocked) return sequence.head();
  }
  return kNull;
}

bool refuse_duplicates(Vm& vm, const Tuple* bases) {
  for (int64_t i = 0; i < bases->size; ++i)
    for (int64_t k = i + 1; k < bases->size; ++k)
      if (bases->items[i] == bases->items[k]) {
        raise(vm, exceptions::TypeError, "duplicate base class {}", to_utf8(bases->items[i].as<Type>()->name));
        return false;
      }
  return true;
}

Ref refuse_order(Vm& vm, const std::vector<Sequence>& sequences) {
  std::vector<Value> heads;
  std::string text;
  for (const Sequence& sequence : sequences) {
    if (sequence.is_done()) continue;
    if (std::find(heads.begin(), heads.end(), sequence.head()) != heads.end()) continue;
    heads.push_back(sequence.head());
    text += (heads.size() > 1 ? ", " : " ") + to_utf8(sequence.head().as<Type>()->name);
  }
  return raise(vm, exceptions::TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases{}", text);
}

}  // namespace

Ref compute_mro(Vm& vm, Type* type, const Tuple* bases) {
  if (!refuse_duplicates(vm, bases)) return {};
  std::vector<Sequence> sequences;
  for (int64_t i = 0; i < bases->size; ++i) sequences.push_back({bases->items[i].as<Type>()->mro, 0});
  sequences.push_back({bases, 0});
  std::vector<Value> order = {Value::of(type)};
  while (true) {
    Value candidate = next_candidate(sequences);
    if (candidate.is_null()) break;
    order.push_back(candidate);
    for (Sequence& sequence : sequences)
      if (!sequence.is_done() && sequence.head() == candidate) ++sequence.position;
  }
  for (const Sequence& sequence : sequences)
    if (!sequence.is_done()) return refuse_order(vm, sequences);
  return make_tuple(order.data(), static_cast<int64_t>(order.size()));
}

}  // namespace gilsim::python
