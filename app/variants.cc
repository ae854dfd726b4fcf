#include "app/variants.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <variant>

#include "interpreter/syntax/parser.h"

namespace gilsim::app {

std::vector<Variant> callable_functions(const std::string& source) {
  std::vector<Variant> found;
  auto parsed = syntax::parse_module(source);
  auto* tree = std::get_if<syntax::Tree>(&parsed);
  if (!tree) return found;
  for (const syntax::Statement* statement : tree->module.body) {
    bool is_coroutine = statement->kind == syntax::FunctionDef::AsyncKind;
    if (!is_coroutine && statement->kind != syntax::FunctionDef::Kind) continue;
    const auto* function = static_cast<const syntax::FunctionDef*>(statement);
    const syntax::Parameters& parameters = function->parameters;
    std::size_t all = parameters.positional_only.size() + parameters.positional.size();
    bool callable = all == parameters.defaults.size() && parameters.keyword_only.size() == 0;
    if (callable) found.push_back({std::string(function->name), is_coroutine});
  }
  return found;
}

bool is_known_variant(std::string_view name) {
  constexpr std::string_view known[] = {"sequential", "threads",   "thread_pool",
                                        "coroutines", "processes", "process_pool"};
  return std::find(std::begin(known), std::end(known), name) != std::end(known);
}

bool looks_like_variant(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  constexpr std::string_view hints[] = {"sequential", "serial", "thread", "coroutine", "async", "process", "pool"};
  return std::any_of(std::begin(hints), std::end(hints),
                     [&](std::string_view hint) { return lower.find(hint) != lower.npos; });
}

// __import__ takes names that no import statement could, such as "03_waits".
ProgramText caller_of(const std::string& file, const Variant& variant) {
  std::filesystem::path path(file);
  std::string call = fmt::format("__import__(\"{}\").{}()", path.stem().string(), variant.name);
  std::string text =
      variant.is_coroutine ? fmt::format("import asyncio\nasyncio.run({})\n", call) : call + "\n";
  return {(path.parent_path() / fmt::format("<variant {}>", variant.name)).string(), text};
}

}  // namespace gilsim::app
