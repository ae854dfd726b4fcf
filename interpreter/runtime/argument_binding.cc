// Binding the arguments of a call to the parameters of a Python function, with CPython's messages
// (Python/ceval.c, initialize_locals and its error functions, 3.11).
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

// One call on its way into a frame's locals.
class Binding {
 public:
  Binding(Vm& vm, Function* function, const Arguments& arguments, Value* slots)
      : vm_(vm), function_(function), code_(*function->code), compiled_(*code_.compiled), arguments_(arguments), slots_(slots) {}

  bool bind() {
    return bind_positional() && bind_keywords() && check_excess() && fill_defaults() && fill_keyword_defaults();
  }

 private:
  int positional() const { return compiled_.argument_count; }
  int keyword_only() const { return compiled_.keyword_only_argument_count; }
  bool takes_rest() const { return compiled_.flags & compiler::kVarArgs; }
  bool takes_keywords() const { return compiled_.flags & compiler::kVarKeywords; }
  int given() const { return static_cast<int>(arguments_.positional_count); }
  std::string function_name() const { return to_utf8(function_->qualified_name); }
  const std::string& parameter(int index) const { return compiled_.fast_local_names[static_cast<size_t>(index)]; }
  int default_count() const { return function_->defaults ? static_cast<int>(function_->defaults->size) : 0; }
  int rest_slot() const { return positional() + keyword_only(); }
  int keywords_slot() const { return rest_slot() + takes_rest(); }

  bool bind_positional() {
    const int count = std::min(given(), positional());
    for (int i = 0; i < count; ++i) slots_[i] = Ref(arguments_[static_cast<size_t>(i)]).release();
    if (takes_rest()) {
      Tuple* rest = new_tuple(given() - count);
      for (int i = count; i < given(); ++i) rest->items[i - count] = Ref(arguments_[static_cast<size_t>(i)]).release();
      slots_[rest_slot()] = Value::of(rest);
    }
    if (takes_keywords()) slots_[keywords_slot()] = Value::of(new_dict());
    return true;
  }

  // Index of the parameter that a keyword names, -1: none.
  int find_parameter(Str* name, int from) const {
    for (int i = from; i < positional() + keyword_only(); ++i)
      if (code_.local_names[i] == name) return i;
    return -1;
  }

  bool bind_keywords() {
    for (size_t k = 0; k < arguments_.keyword_count(); ++k) {
      Str* name = intern(arguments_.keyword_name(k));
      const int index = find_parameter(name, compiled_.positional_only_argument_count);
      if (index >= 0) {
        if (!slots_[index].is_null()) return complain("got multiple values for argument '" + to_utf8(name) + "'");
        slots_[index] = Ref(arguments_.keyword_value(k)).release();
      } else if (takes_keywords()) {
        dict_set_str(slots_[keywords_slot()].as<Dict>(), name, arguments_.keyword_value(k));
      } else {
        return refuse_keyword(name);
      }
    }
    return true;
  }

  bool refuse_keyword(Str* name) {
    std::string positional_only;
    for (size_t k = 0; k < arguments_.keyword_count(); ++k)
      for (int i = 0; i < compiled_.positional_only_argument_count; ++i)
        if (code_.local_names[i] == intern(arguments_.keyword_name(k)))
          positional_only += (positional_only.empty() ? "" : ", ") + parameter(i);
    if (!positional_only.empty())
      return complain("got some positional-only arguments passed as keyword arguments: '" + positional_only + "'");
    return complain("got an unexpected keyword argument '" + to_utf8(name) + "'");
  }

  bool check_excess() {
    if (given() <= positional() || takes_rest()) return true;
    int keyword_only_given = 0;
    for (int i = positional(); i < positional() + keyword_only(); ++i) keyword_only_given += !slots_[i].is_null();
    const int defaults = default_count();
    std::string takes = std::to_string(positional());
    if (defaults) takes = fmt::format("from {} to {}", positional() - defaults, positional());
    const bool plural = defaults ? true : positional() != 1;
    std::string extra;
    if (keyword_only_given)
      extra = fmt::format(" positional argument{} (and {} keyword-only argument{})", given() == 1 ? "" : "s",
                          keyword_only_given, keyword_only_given == 1 ? "" : "s");
    return complain(fmt::format("takes {} positional argument{} but {}{} {} given", takes, plural ? "s" : "", given(), extra,
                                given() == 1 && !keyword_only_given ? "was" : "were"));
  }

  bool fill_defaults() {
    const int first_default = positional() - default_count();
    for (int i = 0; i < first_default; ++i)
      if (slots_[i].is_null()) return complain_missing("positional", 0, first_default);
    for (int i = std::max(0, first_default); i < positional(); ++i)
      if (slots_[i].is_null()) slots_[i] = Ref(function_->defaults->items[i - first_default]).release();
    return true;
  }

  bool fill_keyword_defaults() {
    bool complete = true;
    for (int i = positional(); i < positional() + keyword_only(); ++i) {
      if (!slots_[i].is_null()) continue;
      Value value = function_->keyword_defaults ? dict_get_str(function_->keyword_defaults, code_.local_names[i]) : kNull;
      if (value.is_null()) complete = false;
      else slots_[i] = Ref(value).release();
    }
    return complete || complain_missing("keyword-only", positional(), positional() + keyword_only());
  }

  // Of the parameters [from, to), those without a value.
  bool complain_missing(const char* kind, int from, int to) {
    std::vector<std::string> missing;
    for (int i = from; i < to; ++i)
      if (slots_[i].is_null()) missing.push_back(parameter(i));
    std::string list;
    for (size_t i = 0; i < missing.size(); ++i) {
      if (i > 0) list += missing.size() == 2 ? " and " : i + 1 == missing.size() ? ", and " : ", ";
      list += "'" + missing[i] + "'";
    }
    return complain(fmt::format("missing {} required {} argument{}: {}", missing.size(), kind, missing.size() == 1 ? "" : "s", list));
  }

  bool complain(const std::string& what) {
    raise(vm_, exceptions::TypeError, "{}() {}", function_name(), what);
    return false;
  }

  Vm& vm_;
  Function* function_;
  const Code& code_;
  const compiler::CompiledCode& compiled_;
  const Arguments& arguments_;
  Value* slots_;
};

}  // namespace

Frame* make_call_frame(Interpreter& vm, PythonThread& thread, Function* function, const Arguments& arguments) {
  Code* code = function->code;
  Ref owner(function);
  Frame* frame = initialize_frame(thread.frames.push(code->frame_bytes), code, function->globals, function->builtins, kNull,
                                  owner.release());
  if (!arguments.keyword_names && static_cast<int>(arguments.positional_count) == code->plain_arguments) {
    for (int32_t i = 0; i < code->plain_arguments; ++i) frame->slots()[i] = Ref(arguments[static_cast<size_t>(i)]).release();
    return frame;
  }
  if (Binding(vm, function, arguments, frame->slots()).bind()) return frame;
  clear_frame(frame);
  thread.frames.pop(frame);
  return nullptr;
}

}  // namespace gilsim::python
