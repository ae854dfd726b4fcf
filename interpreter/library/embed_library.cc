// Runs when gilsim is built: compiles the library's modules and writes them, source and code, into one C++ file.
//
//     embed_library OUTPUT.cc FOLDER MODULE.py...
//
// The modules' paths are relative to FOLDER. Octets become arrays of numbers rather than string literals, which compilers
// limit in length.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "interpreter/compiler/code_archive.h"
#include "interpreter/compiler/compiler.h"
#include "interpreter/syntax/parser.h"

namespace {

using namespace gilsim;

// Where CPython says in tracebacks that a library module is.
constexpr std::string_view kShownFolder = "/usr/lib/python3.11/";
constexpr std::string_view kThirdParty[] = {"requests/", "threadpool.py"};

std::string module_name(std::string path) {
  path.resize(path.size() - std::string_view(".py").size());
  if (path.ends_with("/__init__")) path.resize(path.rfind('/'));
  std::replace(path.begin(), path.end(), '/', '.');
  return path;
}

std::string shown_path(std::string_view path) {
  const bool is_third_party = std::ranges::any_of(kThirdParty, [&](auto beginning) { return path.starts_with(beginning); });
  return fmt::format("{}{}{}", kShownFolder, is_third_party ? "site-packages/" : "", path);
}

// What is wrong with a library module, or its code's archive.
bool compile(std::string_view source, std::string* archive, std::string* problem) {
  const auto say = [&](const syntax::Problem& what) {
    *problem = fmt::format("{}: {}", what.position.line, what.message);
    return false;
  };
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!std::ranges::all_of(source, is_ascii)) return *problem = " library modules must be ASCII", false;
  const auto tree = syntax::parse_module(source);
  if (const auto* wrong = std::get_if<syntax::Problem>(&tree)) return say(*wrong);
  const auto result = compiler::compile(std::get<syntax::Tree>(tree), source);
  if (const auto* wrong = std::get_if<std::vector<syntax::Problem>>(&result)) return say(wrong->front());
  *archive = write_archive(*std::get<std::shared_ptr<compiler::CompiledCode>>(result));
  return true;
}

void write_array(std::ostream& out, std::string_view name, std::string_view octets) {
  constexpr size_t kRow = 40;
  out << "constexpr char " << name << "[] = {\n";
  for (size_t start = 0; start < octets.size(); start += kRow) {
    for (char octet : octets.substr(start, kRow)) out << static_cast<int>(octet) << ',';
    out << '\n';
  }
  out << "0};\n";
}

// One entry of the table, its arrays written before it. Empty: the module is wrong, which has been said.
std::string write_module(std::ostream& out, size_t number, const std::string& name, const std::string& folder, const std::string& path) {
  std::ifstream file(folder + "/" + path, std::ios::binary);
  const std::string source(std::istreambuf_iterator<char>(file), {});
  std::string archive, problem;
  if (!file || !compile(source, &archive, &problem)) {
    fmt::print(stderr, "{}/{}:{}\n", folder, path, file ? problem : " cannot be read");
    return {};
  }
  write_array(out, fmt::format("source_{}", number), source);
  write_array(out, fmt::format("code_{}", number), archive);
  return fmt::format("    {{\"{0}\", \"{1}\", {{source_{2}, {3}}}, {{code_{2}, {4}}}, {5}}},\n", name, shown_path(path), number,
                     source.size(), archive.size(), path.ends_with("__init__.py"));
}

}  // namespace

int main(int count, char** arguments) {
  std::map<std::string, std::string> paths;  // by the module's name, as the table is sorted
  for (int i = 3; i < count; ++i) paths.emplace(module_name(arguments[i]), arguments[i]);
  std::ofstream out(arguments[1], std::ios::binary);
  out << "// Written by embed_library.\n#include \"interpreter/library/library_table.h\"\n\nnamespace gilsim::python {\nnamespace {\n";
  std::string entries;
  for (size_t number = 0; const auto& [name, path] : paths) {
    const std::string entry = write_module(out, number++, name, arguments[2], path);
    if (entry.empty()) return 1;
    entries += entry;
  }
  out << "constexpr LibraryModule modules[] = {\n" << entries << "};\n}  // namespace\n\n"
      << "std::span<const LibraryModule> library_modules() { return modules; }\n}  // namespace gilsim::python\n";
  return out.flush() ? 0 : 1;
}
