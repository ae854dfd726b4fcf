#include "interpreter/modules/value_path.h"

#include <fmt/format.h>

#include <vector>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

constexpr size_t kMostVisited = 512;  // values; an object that no short expression gives should not cost more to look for

// Breadth first, so that the shortest path wins; the order of each container decides between equals.
class Search {
 public:
  explicit Search(Value wanted) : wanted_(wanted) {}

  void add_namespace(const Dict* dictionary) { add_entries(nullptr, dictionary, Style::Name); }
  void add_locals(Frame& frame) {
    const auto& names = frame.code->compiled->fast_local_names;
    for (size_t i = 0; i < names.size(); ++i) {
      const Value value = frame.slots()[i];
      const bool in_cell = value.is_object() && value.object()->type == &cell_type;
      visit(nullptr, in_cell ? value.as<Cell>()->content : value, [&] { return names[i]; });
    }
  }
  // Looks through all that was added and what it holds.
  std::string run() {
    for (size_t next = 0; next < open_.size() && found_.empty(); ++next) expand(open_[next]);
    return found_;
  }

 private:
  enum class Style { Name, Item, Attribute };
  struct Step {
    Value value;
    std::string path;
  };

  template <typename Text>
  void visit(const Step* parent, Value value, const Text& text) {
    if (!found_.empty() || visited_ == kMostVisited || !value.is_object()) return;
    ++visited_;
    if (value == wanted_) found_ = (parent ? parent->path : std::string()) + text();
    else if (holds_values(value)) open_.push_back({value, (parent ? parent->path : std::string()) + text()});
  }

  static bool is_class(Value value) { return has_flag(value.object()->type, kTypeSubclass); }
  static bool holds_values(Value value) {
    const Type* type = value.object()->type;
    if (type == &list_type || type == &tuple_type || type == &dict_type) return true;
    if (is_class(value)) return has_flag(value.as<Type>(), kHeapType);
    return has_flag(type, kHasAttributes) && has_flag(type, kHeapType);
  }

  void expand(const Step& from) {
    const Step step = from;  // the list of what is open grows meanwhile
    const Type* type = step.value.object()->type;
    if (type == &list_type) return add_items(step, step.value.as<List>()->items, step.value.as<List>()->size);
    if (type == &tuple_type) return add_items(step, step.value.as<Tuple>()->items, step.value.as<Tuple>()->size);
    if (type == &dict_type) return add_entries(&step, step.value.as<Dict>(), Style::Item);
    if (is_class(step.value)) return add_entries(&step, step.value.as<Type>()->dictionary, Style::Attribute);
    add_attributes(step);
  }

  void add_items(const Step& step, const Value* items, int64_t size) {
    for (int64_t i = 0; i < size && visited_ < kMostVisited; ++i)
      visit(&step, items[i], [&] { return fmt::format("[{}]", i); });
  }

  void add_entries(const Step* step, const Dict* dictionary, Style style) {
    Value key, value;
    for (int32_t position = 0; visited_ < kMostVisited && dict_next(dictionary, position, &key, &value);)
      if (is_str(key) || key.is_small()) visit(step, value, [&] { return key_text(key, style); });
  }

  static std::string key_text(Value key, Style style) {
    if (key.is_small()) return fmt::format("[{}]", key.small());
    const std::string text = to_utf8(key);
    return style == Style::Name ? text : style == Style::Attribute ? "." + text : "['" + text + "']";
  }

  void add_attributes(const Step& step) {
    const Attributes* attributes = attributes_of(step.value.object());
    if (!attributes->shape) {
      if (attributes->dictionary) add_entries(&step, attributes->dictionary, Style::Attribute);
      return;
    }
    std::vector<const Shape*> shapes;
    for (const Shape* shape = attributes->shape; shape->parent; shape = shape->parent) shapes.push_back(shape);
    for (auto shape = shapes.rbegin(); shape != shapes.rend(); ++shape)
      visit(&step, attributes->values[(*shape)->count - 1], [&] { return "." + to_utf8((*shape)->name); });
  }

  const Value wanted_;
  std::string found_;
  std::vector<Step> open_;  // borrowed: nothing runs while the search does
  size_t visited_ = 0;
};

// The plain variable that holds the value, found without taking note of all the others; empty: none.
std::string variable_in(const Dict* dictionary, Value wanted) {
  Value key, value;
  for (int32_t position = 0; dict_next(dictionary, position, &key, &value);)
    if (value == wanted && is_str(key)) return to_utf8(key);
  return {};
}

}  // namespace

std::string path_to(Interpreter& vm, const Frame* program_frame, Value wanted) {
  Search globals(wanted);
  const Dict* const of_frame = program_frame ? program_frame->globals : nullptr;
  const Dict* const of_main = vm.main_module && vm.main_module->dictionary != of_frame ? vm.main_module->dictionary : nullptr;
  for (const Dict* dictionary : {of_frame, of_main}) {
    if (!dictionary) continue;
    std::string name = variable_in(dictionary, wanted);
    if (!name.empty()) return name;
    globals.add_namespace(dictionary);
  }
  std::string path = globals.run();
  if (!path.empty() || !program_frame) return path;
  Search locals(wanted);
  locals.add_locals(const_cast<Frame&>(*program_frame));
  return locals.run();
}

}  // namespace gilsim::python
