// str.format and format_map: replacement fields "{name.attribute[key]!conversion:spec}".
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/number_format.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/text_builder.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

// Where the values of fields come from: arguments, or a mapping for names.
struct Values {
  const Arguments* arguments;  // without self; null: format_map
  Value mapping;
};

// A whole number from decimal digits text[start:stop]; -1: it is none, -2: ValueError pending (too long).
int64_t read_index(Vm& vm, const Str* text, int64_t start, int64_t stop) {
  if (start == stop) return -1;
  int64_t number = 0;
  for (int64_t i = start; i < stop; ++i) {
    char32_t c = text->at(i);
    if (c < '0' || c > '9') return -1;
    if (__builtin_mul_overflow(number, 10, &number) ||
        __builtin_add_overflow(number, static_cast<int64_t>(c - '0'), &number)) {
      (void)raise(vm, exceptions::ValueError, "Too many decimal digits in format string");
      return -2;
    }
  }
  return number;
}

class FieldFormatter {
 public:
  FieldFormatter(Vm& vm, Values values) : vm_(vm), values_(values) {}

  // Formats the template; specs nested in fields are templates themselves, two levels deep at most.
  Ref run(const Str* text, int depth = 2) {
    if (depth == 0) return fail("Max string recursion exceeded");
    TextBuilder out;
    for (int64_t i = 0; i < text->length;) {
      int64_t start = i;
      i = next_brace(text, i);
      if (i > start) out.append(text, start, i - start);
      if (i == text->length) break;
      char32_t brace = text->at(i++);
      if (i < text->length && text->at(i) == brace) {
        out.append(brace == '{' ? "{" : "}");
        ++i;
        continue;
      }
      if (brace == '}') return fail("Single '}' encountered in format string");
      if (i == text->length) return fail("Single '{' encountered in format string");
      Ref piece = text->at(i) == '}' ? (++i, bare_field()) : field(text, i, depth);
      if (!piece) return {};
      out.append(piece.get());
    }
    return out.finish();
  }

 private:
  Ref fail(std::string_view message) { return raise(vm_, exceptions::ValueError, message); }

  static int64_t next_brace(const Str* text, int64_t i) {
    return visit_text(text, [&](auto* data) {
      while (i < text->length && data[i] != '{' && data[i] != '}') ++i;
      return i;
    });
  }

  // "{}"
  Ref bare_field() {
    Ref value = set_numbering(true) ? positional(next_automatic_++) : Ref();
    return value ? format_value(vm_, value, 0, kNull) : Ref();
  }

  // One field from behind its '{' on; `i` moves behind its '}'.
  Ref field(const Str* text, int64_t& i, int depth) {
    int64_t name_start = i;
    char32_t end = 0;
    for (bool in_brackets = false; i < text->length; ++i) {
      end = text->at(i);
      if (end == '{') return fail("unexpected '{' in field name");
      if (end == '[') in_brackets = true;
      else if (end == ']') in_brackets = false;
      else if (!in_brackets && (end == '}' || end == ':' || end == '!')) break;
    }
    if (i == text->length) return fail("expected '}' before end of string");
    int64_t name_stop = i++;
    int conversion = 0;
    if (end == '!' && !read_conversion(text, i, &conversion, &end)) return {};
    Ref spec;
    if (end == ':') {
      spec = read_spec(text, i, depth, name_start, name_stop);
      if (!spec) return {};
    }
    Ref value = spec_value_ ? std::move(spec_value_) : look_up(text, name_start, name_stop);
    return value ? format_value(vm_, value, conversion, spec) : Ref();
  }

  bool read_conversion(const Str* text, int64_t& i, int* conversion, char32_t* end) {
    if (i >= text->length) return (void)fail("end of string while looking for conversion specifier"), false;
    char32_t letter = text->at(i++);
    if (i >= text->length) return (void)fail("unmatched '{' in format spec"), false;
    *end = text->at(i++);
    if (*end != ':' && *end != '}') return (void)fail("expected ':' after conversion specifier"), false;
    *conversion = letter == 's' ? 1 : letter == 'r' ? 2 : letter == 'a' ? 3 : 0;
    if (*conversion) return true;
    if (letter > 32 && letter < 127)
      (void)raise(vm_, exceptions::ValueError, "Unknown conversion specifier {}", static_cast<char>(letter));
    else
      (void)raise(vm_, exceptions::ValueError, "Unknown conversion specifier \\x{:x}",
                  static_cast<unsigned>(letter));
    return false;
  }

  // The text up to the field's closing brace, with the fields in it replaced. The field's own value is looked
  // up first, since automatic numbers count from left to right.
  Ref read_spec(const Str* text, int64_t& i, int depth, int64_t name_start, int64_t name_stop) {
    int64_t start = i;
    bool nested = false;
    for (int open = 1; i < text->length; ++i) {
      char32_t c = text->at(i);
      if (c == '{') nested = true, ++open;
      if (c == '}' && --open == 0) break;
    }
    if (i == text->length) return fail("unmatched '{' in format spec");
    Ref spec = str_slice(text, start, i++);
    if (!nested) return spec;
    Ref value = look_up(text, name_start, name_stop);
    if (!value) return {};
    Ref result = run(spec.as<Str>(), depth - 1);
    spec_value_ = std::move(value);
    return result;
  }

  // The object that a field name such as "0.name[3]" means.
  Ref look_up(const Str* text, int64_t start, int64_t stop) {
    int64_t i = start;
    while (i < stop && text->at(i) != '.' && text->at(i) != '[') ++i;
    Ref value = first_value(text, start, i);
    while (value && i < stop) {
      bool attribute = text->at(i++) == '.';
      int64_t from = i;
      if (attribute) {
        while (i < stop && text->at(i) != '.' && text->at(i) != '[') ++i;
      } else {
        while (i < stop && text->at(i) != ']') ++i;
        if (i == stop) return fail("Missing ']' in format string");
      }
      if (from == i) return fail("Empty attribute in format string");
      value = attribute ? get_attribute(vm_, value, intern(str_slice(text, from, i).as<Str>()))
                        : item(value, text, from, i);
      if (!attribute && ++i < stop && text->at(i) != '.' && text->at(i) != '[')
        return value ? fail("Only '.' or '[' may follow ']' in format field specifier") : Ref();
    }
    return value;
  }

  Ref item(Value container, const Str* text, int64_t start, int64_t stop) {
    int64_t index = read_index(vm_, text, start, stop);
    if (index == -2) return {};
    Ref key = index >= 0 ? make_int(index) : str_slice(text, start, stop);
    return get_item(vm_, container, key);
  }

  Ref first_value(const Str* text, int64_t start, int64_t stop) {
    int64_t index = read_index(vm_, text, start, stop);
    if (index == -2) return {};
    bool automatic = start == stop;
    if (automatic || index >= 0) {
      if (!set_numbering(automatic)) return {};
      return positional(automatic ? next_automatic_++ : index);
    }
    Ref name = str_slice(text, start, stop);
    return values_.arguments ? keyword(name) : get_item(vm_, values_.mapping, name);
  }

  enum class Numbering { Unknown, Automatic, Manual };
  bool set_numbering(bool automatic) {
    auto wanted = automatic ? Numbering::Automatic : Numbering::Manual;
    if (numbering_ == Numbering::Unknown) numbering_ = wanted;
    if (numbering_ == wanted) return true;
    (void)fail(automatic ? "cannot switch from manual field specification to automatic field numbering"
                         : "cannot switch from automatic field numbering to manual field specification");
    return false;
  }

  Ref positional(int64_t index) {
    if (!values_.arguments) return fail("Format string contains positional fields");
    if (index < static_cast<int64_t>(values_.arguments->size()))
      return (*values_.arguments)[static_cast<size_t>(index)];
    return raise(vm_, exceptions::IndexError, "Replacement index {} out of range for positional args tuple",
                 index);
  }

  Ref keyword(Value name) {
    const Arguments& arguments = *values_.arguments;
    for (size_t i = 0; i < arguments.keyword_count(); ++i)
      if (str_equal(arguments.keyword_name(i), name.as<Str>())) return arguments.keyword_value(i);
    return raise(vm_, exceptions::KeyError, name);
  }

  Vm& vm_;
  Values values_;
  Numbering numbering_ = Numbering::Unknown;
  int64_t next_automatic_ = 0;
  Ref spec_value_;  // the value of the field whose spec was just read, when it was looked up already
};

}  // namespace

namespace str_methods {

Ref format(Vm& vm, const Arguments& arguments) {
  Arguments values = arguments.without_first();
  charge_characters(vm, arguments[0].as<Str>()->length);
  return FieldFormatter(vm, {&values, kNull}).run(arguments[0].as<Str>());
}

Ref format_map(Vm& vm, const Arguments& arguments) {
  charge_characters(vm, arguments[0].as<Str>()->length);
  return FieldFormatter(vm, {nullptr, arguments[1]}).run(arguments[0].as<Str>());
}

}  // namespace str_methods

}  // namespace gilsim::python
