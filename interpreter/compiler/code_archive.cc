// The two directions are one description each way round: describe() names every field once, for a Writer and a Reader.
#include "interpreter/compiler/code_archive.h"

#include <cassert>
#include <cstring>
#include <type_traits>
#include <utility>

namespace gilsim::compiler {

namespace {

// Small numbers of either sign take one octet: zigzag, then seven bits at a time.
class Writer {
 public:
  std::string take() { return std::move(octets_); }

  template <class Number>
  void number(const Number& value) {
    const auto wide = static_cast<int64_t>(value);
    auto rest = static_cast<uint64_t>(wide) << 1 ^ static_cast<uint64_t>(wide >> 63);
    for (; rest >= 0x80; rest >>= 7) octets_ += static_cast<char>(rest | 0x80);
    octets_ += static_cast<char>(rest);
  }
  void real(const double& value) { octets_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void text(const std::string& value) {
    number(value.size());
    octets_ += value;
  }
  template <class Items, class Each>
  void sequence(const Items& items, Each each) {
    number(items.size());
    for (const auto& item : items) each(item);
  }

 private:
  std::string octets_;
};

class Reader {
 public:
  explicit Reader(std::string_view octets) : position_(octets.data()), end_(octets.data() + octets.size()) {}
  bool is_at_end() const { return position_ == end_; }

  template <class Number>
  void number(Number& value) {
    uint64_t rest = 0;
    for (int shift = 0;; shift += 7) {
      const auto octet = static_cast<unsigned char>(*position_++);
      rest |= uint64_t{octet & 0x7fu} << shift;
      if (octet < 0x80) break;
    }
    value = static_cast<Number>(static_cast<int64_t>(rest >> 1 ^ (~(rest & 1) + 1)));
  }
  void real(double& value) { std::memcpy(&value, take(sizeof value), sizeof value); }
  void text(std::string& value) {
    size_t size = 0;
    number(size);
    value.assign(take(size), size);
  }
  template <class Items, class Each>
  void sequence(Items& items, Each each) {
    size_t size = 0;
    number(size);
    items.resize(size);
    for (auto& item : items) each(item);
  }

 private:
  const char* take(size_t size) {
    assert(size <= static_cast<size_t>(end_ - position_));
    return std::exchange(position_, position_ + size);
  }
  const char* position_;
  const char* end_;
};

template <class Archive>
constexpr bool is_writer = std::is_same_v<Archive, Writer>;
// What an archive takes: a Writer looks at it, a Reader changes it.
template <class Archive, class T>
using Field = std::conditional_t<is_writer<Archive>, const T, T>&;

template <class Archive>
void describe(Archive& archive, Field<Archive, CompiledCode> code);
template <class Archive>
void describe(Archive& archive, Field<Archive, Constant> constant);

template <class Archive>
void describe_texts(Archive& archive, Field<Archive, std::vector<std::string>> texts) {
  archive.sequence(texts, [&](auto& text) { archive.text(text); });
}

template <class Archive>
void describe_constants(Archive& archive, Field<Archive, std::vector<Constant>> constants) {
  archive.sequence(constants, [&](auto& constant) { describe(archive, constant); });
}

template <class Archive, class Alternative>
void describe_alternative(Archive& archive, Alternative& value) {
  using T = std::remove_const_t<Alternative>;
  if constexpr (std::is_same_v<T, bool>) archive.number(value);
  if constexpr (std::is_same_v<T, double>) archive.real(value);
  if constexpr (std::is_same_v<T, IntegerConstant>) archive.text(value.digits);
  if constexpr (std::is_same_v<T, TextConstant>) archive.text(value.utf8);
  if constexpr (std::is_same_v<T, BytesConstant>) archive.text(value.bytes);
  if constexpr (std::is_same_v<T, ImaginaryConstant>) archive.real(value.imaginary), archive.real(value.real);
  if constexpr (std::is_same_v<T, std::shared_ptr<CompiledCode>>) describe(archive, *value);
  if constexpr (requires { value->items; }) describe_constants(archive, value->items);
}

template <class T>
struct MadeEmpty {
  static T make() { return {}; }
};
template <class T>
struct MadeEmpty<std::shared_ptr<T>> {
  static std::shared_ptr<T> make() { return std::make_shared<T>(); }
};

// An empty constant of the alternative of that index.
template <size_t... kIndices>
Constant empty_constant(size_t index, std::index_sequence<kIndices...>) {
  Constant constant;
  (void)((index == kIndices && (constant.emplace<kIndices>(MadeEmpty<std::variant_alternative_t<kIndices, Constant>>::make()), true)) || ...);
  return constant;
}

template <class Archive>
void describe(Archive& archive, Field<Archive, Constant> constant) {
  size_t index = constant.index();
  archive.number(index);
  if constexpr (!is_writer<Archive>) constant = empty_constant(index, std::make_index_sequence<std::variant_size_v<Constant>>());
  std::visit([&](auto& value) { describe_alternative(archive, value); }, constant);
}

template <class Archive>
void describe(Archive& archive, Field<Archive, std::vector<Instruction>> instructions) {
  int line = 0;  // that of the instruction before: most differ little
  archive.sequence(instructions, [&](auto& instruction) {
    archive.number(instruction.op);
    archive.number(instruction.argument);
    syntax::Position known = instruction.position;
    int step = known.line - line, height = known.end_line - known.line, width = known.end_column - known.column;
    for (int* part : {&step, &height, &known.column, &width}) archive.number(*part);
    if constexpr (!is_writer<Archive>)
      instruction.position = {line + step, known.column, line + step + height, known.column + width};
    line += step;
  });
}

template <class Archive>
void describe(Archive& archive, Field<Archive, CompiledCode> code) {
  archive.text(code.name);
  archive.text(code.qualified_name);
  archive.number(code.first_line);
  archive.number(code.flags);
  archive.number(code.argument_count);
  archive.number(code.positional_only_argument_count);
  archive.number(code.keyword_only_argument_count);
  archive.number(code.stack_size);
  describe<Archive>(archive, code.instructions);
  archive.sequence(code.exception_table, [&](auto& entry) {
    for (auto* part : {&entry.start, &entry.end, &entry.target, &entry.depth}) archive.number(*part);
    archive.number(entry.push_lasti);
  });
  describe_constants<Archive>(archive, code.constants);
  for (auto* names : {&code.names, &code.local_names, &code.cell_names, &code.free_names, &code.fast_local_names})
    describe_texts<Archive>(archive, *names);
}

}  // namespace

std::string write_archive(const CompiledCode& code) {
  Writer writer;
  describe(writer, code);
  return writer.take();
}

std::shared_ptr<CompiledCode> read_archive(std::string_view octets) {
  Reader reader(octets);
  auto code = std::make_shared<CompiledCode>();
  describe(reader, *code);
  assert(reader.is_at_end());
  return code;
}

}  // namespace gilsim::compiler
