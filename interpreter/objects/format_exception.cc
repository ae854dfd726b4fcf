// exception.h's format_exception: what CPython's top level prints for an exception, with its causes and its groups.
#include <set>
#include <vector>

#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/traceback.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

namespace fields = exception_fields;

constexpr int64_t kWidestGroup = 15;
constexpr int kDeepestGroup = 10;
constexpr const char* kCauseMessage = "\nThe above exception was the direct cause of the following exception:\n\n";
constexpr const char* kContextMessage = "\nDuring handling of the above exception, another exception occurred:\n\n";

BaseException* self_of(Value value) { return value.as<BaseException>(); }
const Tuple* members_of(Value group) { return exception_field(group, fields::BaseExceptionGroup_exceptions).as<Tuple>(); }

// --- one exception without its traceback ---------------------------------------------------------------------------

std::string text_or(Vm& vm, Ref text, const char* otherwise) {
  clear_pending(vm);
  return text && is_str(text) ? to_utf8(text) : otherwise;
}

// Positions of SyntaxError count characters of the line from 1.
std::string syntax_error_carets(const std::string& line, size_t dropped, int64_t offset, int64_t end_offset) {
  if (end_offset <= 0) end_offset = offset;
  if (end_offset == offset) end_offset = offset + 1;
  int64_t column = offset - 1 - static_cast<int64_t>(dropped), width = end_offset - offset;
  if (column < 0 || width <= 0) return "";
  std::string text = "    ";
  size_t position = 0;
  for (int64_t i = 0; i < column; ++i) {
    bool inside = position < line.size();
    text += inside && (line[position] == '\t' || line[position] == '\f') ? line[position] : ' ';
    if (inside) ++position;
    while (position < line.size() && (line[position] & 0xc0) == 0x80) ++position;
  }
  return text + std::string(static_cast<size_t>(width), '^') + "\n";
}

std::string syntax_error_place(Value exception) {
  Value file = exception_field(exception, fields::SyntaxError_filename), line = exception_field(exception, fields::SyntaxError_lineno);
  if (!line.is_small()) return "";
  std::string text = fmt::format("  File \"{}\", line {}\n", is_str(file) ? to_utf8(file) : "<string>", line.small());
  Value source = exception_field(exception, fields::SyntaxError_text);
  if (!is_str(source)) return text;
  std::string whole = to_utf8(source);
  while (!whole.empty() && whole.back() == '\n') whole.pop_back();
  size_t dropped = std::min(whole.find_first_not_of(" \n\f"), whole.size());
  std::string shown = whole.substr(dropped);
  text += "    " + shown + "\n";
  Value offset = exception_field(exception, fields::SyntaxError_offset), end = exception_field(exception, fields::SyntaxError_end_offset);
  if (!offset.is_small()) return text;
  return text + syntax_error_carets(shown, dropped, offset.small(), end.is_small() ? end.small() : offset.small());
}

std::string format_message(Vm& vm, Value exception) {
  std::string name = qualified_type_name(type_of(exception));
  if (is_instance(exception, &exceptions::SyntaxError)) {
    Value file = exception_field(exception, fields::SyntaxError_filename);
    bool file_only = is_str(file) && !exception_field(exception, fields::SyntaxError_lineno).is_small();
    std::string message = text_or(vm, str(vm, exception_field(exception, fields::SyntaxError_msg)), "<no detail available>");
    return syntax_error_place(exception) + name + ": " + message + (file_only ? " (" + to_utf8(file) + ")" : "") + "\n";
  }
  std::string message = text_or(vm, str(vm, exception), "<exception str() failed>");
  std::string meant = suggested_name(vm, exception);
  std::string hint = meant.empty() ? "" : ". Did you mean: '" + meant + "'?";
  return name + (message.empty() ? "" : ": " + message) + hint + "\n";
}

std::string format_notes(Vm& vm, Value exception) {
  bool failed = false;
  Ref notes = get_attribute_or_null(vm, exception, names.notes, &failed);
  clear_pending(vm);
  if (!notes || notes.get().is_none()) return "";
  if (!is_list(notes) && !is_tuple(notes)) return repr_utf8(vm, notes) + "\n";
  std::string text;
  (void)for_each(vm, notes, [&](Value note) {
    text += text_or(vm, str(vm, note), "<note str() failed>") + "\n";
    return true;
  });
  return text;
}

// --- chains and groups ---------------------------------------------------------------------------------------------

// Writes with the margin of the groups that it is inside of.
class Printer {
 public:
  explicit Printer(Vm& vm) : vm_(vm) {}
  std::string print(Value exception) {
    print_chain(exception);
    return std::move(out_);
  }

 private:
  std::string indent() const { return std::string(static_cast<size_t>(2 * depth_), ' '); }

  void emit(std::string_view text, char margin = '|') {
    while (!text.empty()) {
      size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
      if (depth_ > 0) out_ += indent() + margin + ' ';
      out_ += text.substr(0, end);
      text.remove_prefix(end);
    }
  }

  struct Link {
    Value exception;
    const char* message;  // between this one and the one it led to
  };

  // What led to the exception, it first. It is always shown, a cause or context only where it has not been yet.
  std::vector<Link> chain_of(Value exception) {
    std::vector<Link> chain;
    const char* message = nullptr;
    for (bool is_new = true; is_new; is_new = !seen_.contains(exception.bits())) {
      seen_.insert(exception.bits());
      chain.push_back({exception, message});
      BaseException* self = self_of(exception);
      if (!self->cause.is_null()) exception = self->cause, message = kCauseMessage;
      else if (!self->context.is_null() && !self->suppress_context) exception = self->context, message = kContextMessage;
      else break;
    }
    return chain;
  }

  void print_chain(Value exception) {
    std::vector<Link> chain = chain_of(exception);
    for (size_t i = chain.size(); i-- > 0;) {
      if (is_instance(chain[i].exception, &exceptions::BaseExceptionGroup)) print_group(chain[i].exception);
      else print_one(chain[i].exception, "Traceback (most recent call last):\n", '|');
      if (i > 0) emit(chain[i].message);
    }
  }

  void print_one(Value exception, const char* header, char header_margin) {
    if (const Traceback* traceback = self_of(exception)->traceback) {
      emit(header, header_margin);
      emit(format_traceback(traceback));
    }
    emit(format_message(vm_, exception));
    emit(format_notes(vm_, exception));
  }

  void print_group(Value group) {
    if (depth_ > kDeepestGroup) return emit(fmt::format("... (max_group_depth is {})\n", kDeepestGroup));
    bool is_outermost = depth_ == 0;
    if (is_outermost) ++depth_;
    print_one(group, "Exception Group Traceback (most recent call last):\n", is_outermost ? '+' : '|');
    const Tuple* members = members_of(group);
    int64_t shown = members->size <= kWidestGroup ? members->size : kWidestGroup + 1;
    must_close_ = false;
    for (int64_t i = 0; i < shown; ++i) print_member(members, i, i == shown - 1);
    if (is_outermost) --depth_;
  }

  void print_member(const Tuple* members, int64_t i, bool is_last) {
    // The frame is closed by the innermost group that ends here.
    if (is_last) must_close_ = true;
    bool is_rest = i >= kWidestGroup;
    out_ += indent() + (i == 0 ? "+-" : "  ") + fmt::format("+---------------- {} ----------------\n", is_rest ? "..." : std::to_string(i + 1));
    ++depth_;
    int64_t rest = members->size - kWidestGroup;
    if (is_rest) emit(fmt::format("and {} more exception{}\n", rest, rest > 1 ? "s" : ""));
    else print_chain(members->items[i]);
    if (is_last && must_close_) {
      out_ += indent() + "+------------------------------------\n";
      must_close_ = false;
    }
    --depth_;
  }

  Vm& vm_;
  std::string out_;
  int depth_ = 0;
  bool must_close_ = false;
  std::set<uint64_t> seen_;
};

}  // namespace

std::string format_exception(Vm& vm, Value exception) {
  Ref pending = take_pending_exception(vm);
  std::string text = Printer(vm).print(Ref(exception));
  clear_pending(vm);
  if (pending) set_pending_exception(vm, pending);
  return text;
}

}  // namespace gilsim::python
