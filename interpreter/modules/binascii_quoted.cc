#include "interpreter/modules/binascii_quoted.h"

namespace gilsim::python {

namespace {

constexpr size_t kLongestLine = 76;
constexpr char kDigits[] = "0123456789ABCDEF";

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const int lower = c | 32;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool ends_line(char c) { return c == '\r' || c == '\n'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

class Writer {
 public:
  Writer(std::string_view octets, QuotedOptions options) : octets_(octets), options_(options) {
    const size_t newline = octets.find('\n');
    if (newline != std::string_view::npos && newline > 0 && octets[newline - 1] == '\r') end_ = "\r\n";
  }

  std::string run() {
    while (at_ < octets_.size()) {
      if (must_quote()) quote();
      else if (options_.is_text && at_line_end()) end_line();
      else copy();
    }
    return std::move(out_);
  }

 private:
  char here() const { return octets_[at_]; }
  bool is_last() const { return at_ + 1 == octets_.size(); }
  bool at_line_end() const { return here() == '\n' || (here() == '\r' && !is_last() && octets_[at_ + 1] == '\n'); }

  bool must_quote() const {
    const auto c = static_cast<unsigned char>(here());
    if (c > 126 || c == '=' || (options_.header && c == '_')) return true;
    if (c == '.' && line_ == 0 && (is_last() || ends_line(octets_[at_ + 1]) || octets_[at_ + 1] == 0)) return true;
    if (ends_line(here())) return !options_.is_text;
    if (is_blank(here()) && is_last()) return true;
    return c < 33 && (options_.quote_tabs || !is_blank(here()));
  }

  void break_line() {
    out_ += '=';
    out_ += end_;
    line_ = 0;
  }

  void append_code(char octet) {
    const auto c = static_cast<unsigned char>(octet);
    out_ += {'=', kDigits[c >> 4], kDigits[c & 15]};
  }

  void quote() {
    if (line_ + 3 >= kLongestLine) break_line();
    append_code(octets_[at_++]);
    line_ += 3;
  }

  // A blank in front of it would be lost on the way.
  void end_line() {
    if (!out_.empty() && is_blank(out_.back())) {
      const char blank = out_.back();
      out_.pop_back();
      append_code(blank);
    }
    at_ += here() == '\r' ? 2 : 1;
    out_ += end_;
    line_ = 0;
  }

  void copy() {
    if (!is_last() && octets_[at_ + 1] != '\n' && line_ + 1 >= kLongestLine) break_line();
    ++line_;
    const char c = octets_[at_++];
    out_ += options_.header && c == ' ' ? '_' : c;
  }

  std::string_view octets_;
  QuotedOptions options_;
  std::string_view end_ = "\n";
  std::string out_;
  size_t at_ = 0, line_ = 0;
};

}  // namespace

std::string from_quoted_printable(std::string_view text, bool header) {
  std::string octets;
  for (size_t i = 0; i < text.size();) {
    const char c = text[i++];
    if (c != '=') {
      octets += header && c == '_' ? ' ' : c;
    } else if (i < text.size() && ends_line(text[i])) {  // the line goes on
      i = text.find('\n', i);
      i = i == std::string_view::npos ? text.size() : i + 1;
    } else if (i + 1 < text.size() && digit(text[i]) >= 0 && digit(text[i + 1]) >= 0) {
      octets += static_cast<char>(digit(text[i]) << 4 | digit(text[i + 1]));
      i += 2;
    } else if (i < text.size()) {
      octets += '=';
      i += text[i] == '=';
    }
  }
  return octets;
}

std::string to_quoted_printable(std::string_view octets, QuotedOptions options) { return Writer(octets, options).run(); }

}  // namespace gilsim::python
