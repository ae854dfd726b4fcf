// What a report must know of the place that it is printed to: width, colours, and how wide text is there. The
// only file that knows escape sequences.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gilsim::reports {

enum class ColorChoice : std::uint8_t { Auto, Always, Never };

enum class Color : std::uint8_t { None, Green, Red, Yellow, Magenta, Blue, Cyan, Dim, Bold };

struct Terminal {
  int width = 80;  // in columns
  bool colors = false;
  bool interactive = false;  // a terminal, where a line may be erased and written again
};

// The terminal behind a file descriptor. Its width comes from the terminal, else from COLUMNS, else it is 80.
// With Auto there are colours only on a terminal and without NO_COLOR in the environment.
Terminal find_terminal(int file_descriptor, ColorChoice choice);

// Columns that UTF-8 text takes: 2 for a Chinese character, 0 for a combining one. Bytes that are not UTF-8
// count 1.
int display_width(std::string_view text);

// Cuts text to at most `width` columns; what was cut ends with "…".
std::string cut(std::string_view text, int width);
// The same with both ends kept, for names that differ at either.
std::string cut_middle(std::string_view text, int width);
std::string pad_right(std::string_view text, int width);  // text, then spaces
std::string pad_left(std::string_view text, int width);   // spaces, then text

// Control characters as visible escapes, so that no name in a program can move the cursor.
std::string printable(std::string_view text);

std::string paint(std::string_view text, Color color, const Terminal& terminal);

// Writes over an interactive terminal's current line; empty text erases it.
std::string rewrite_line(std::string_view text);

}  // namespace gilsim::reports
