#include "interpreter/modules/struct/layout.h"

#include <limits>

namespace gilsim::python {

namespace {

constexpr int64_t kLargest = std::numeric_limits<int64_t>::max();
constexpr const char* kTooLong = "total struct size too long";

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class LayoutReader {
 public:
  LayoutReader(std::string_view format, Layout* layout, std::vector<LayoutField>* fields,
               std::string* problem)
      : rest_(format), layout_(*layout), fields_(*fields), problem_(*problem) {}

  bool run() {
    read_order();
    while (!rest_.empty()) {
      if (is_space(rest_[0]))
        rest_.remove_prefix(1);
      else if (!read_field())
        return false;
    }
    layout_.fields = fields_;
    return true;
  }

 private:
  bool refuse(const char* problem) { return problem_ = problem, false; }

  void read_order() {
    if (rest_.empty() || std::string_view("@=<>!").find(rest_[0]) == std::string_view::npos) return;
    native_ = rest_[0] == '@';
    big_endian_ = rest_[0] == '>' || rest_[0] == '!';
    rest_.remove_prefix(1);
  }

  bool read_count(int64_t* count) {
    *count = 1;
    if (!is_digit(rest_[0])) return true;
    for (*count = 0; !rest_.empty() && is_digit(rest_[0]); rest_.remove_prefix(1)) {
      const int digit = rest_[0] - '0';
      if (*count > (kLargest - digit) / 10) return refuse(kTooLong);
      *count = *count * 10 + digit;
    }
    return !rest_.empty() || refuse("repeat count given without format specifier");
  }

  bool read_field() {
    int64_t count;
    if (!read_count(&count)) return false;
    const char code = rest_[0];
    rest_.remove_prefix(1);
    if (code == 'x') return advance(count, 1);
    const ItemFormat* item = native_ ? native_item_format(code) : standard_item_format(code);
    const bool octets = code == 's' || code == 'p';
    if (!item && !octets) return refuse("bad char in struct format");
    if (item && native_ && !align(item->size)) return false;
    const bool is_integer = item && item->kind != ItemFormat::Kind::Floating;
    const bool native_words =
        native_ || (!big_endian_ && is_integer && native_item_format(code)->size == item->size);
    if (octets || count > 0) fields_.push_back({item, code, big_endian_, native_words, layout_.size, count});
    layout_.item_count += octets ? 1 : count;
    return advance(count, item ? item->size : 1);
  }

  bool advance(int64_t count, int64_t size) {
    if (count > (kLargest - layout_.size) / size) return refuse(kTooLong);
    layout_.size += count * size;
    return true;
  }

  bool align(int64_t size) {
    const int64_t gap = (size - layout_.size % size) % size;
    return gap <= kLargest - layout_.size ? (layout_.size += gap, true) : refuse(kTooLong);
  }

  std::string_view rest_;
  Layout& layout_;
  std::vector<LayoutField>& fields_;
  std::string& problem_;
  bool native_ = true, big_endian_ = false;
};

}  // namespace

bool read_layout(std::string_view format, Layout* layout, std::vector<LayoutField>* storage,
                 std::string* problem) {
  return LayoutReader(format, layout, storage, problem).run();
}

}  // namespace gilsim::python
