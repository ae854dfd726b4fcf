// Quoted-printable text (RFC 1521): binascii.a2b_qp and b2a_qp.
#pragma once

#include <string>
#include <string_view>

namespace gilsim::python {

std::string from_quoted_printable(std::string_view text, bool header);

struct QuotedOptions {
  bool quote_tabs = false;  // spaces and tabs, too
  bool is_text = true;      // ends of lines stay
  bool header = false;      // a space becomes an underscore
};
std::string to_quoted_printable(std::string_view octets, QuotedOptions options);

}  // namespace gilsim::python
