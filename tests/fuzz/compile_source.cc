// A libFuzzer target: any bytes at all are decoded, parsed and compiled, or refused, under the sanitizers.
// scripts/test builds it with clang and runs it for a minute; longer by hand: build/sanitized/tests/fuzz/compile_source CORPUS
#include <string_view>

#include "interpreter/compiler/compiler.h"
#include "interpreter/syntax/parser.h"
#include "interpreter/syntax/source_encoding.h"

using namespace gilsim;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto decoded = syntax::decode_source(bytes, "fuzz.py", syntax::ReadAs::Program);
  const auto* source = std::get_if<std::string>(&decoded);
  if (!source) return 0;
  const auto parsed = syntax::parse_module(*source);
  const auto* tree = std::get_if<syntax::Tree>(&parsed);
  if (!tree) return 0;
  (void)compiler::compile(*tree, *source);
  return 0;
}
