#include "interpreter/compiler/code_unit.h"

namespace gilsim::compiler {

int NameTable::add(std::string_view name) {
  const auto [entry, is_new] = indices_.emplace(name, static_cast<int>(names_.size()));
  if (is_new) names_.push_back(name);
  return entry->second;
}

int NameTable::find(std::string_view name) const {
  const auto entry = indices_.find(name);
  return entry == indices_.end() ? -1 : entry->second;
}

CodeUnit::CodeUnit(UnitKind unit_kind, const Scope& unit_scope, std::string_view unit_name, int line)
    : kind(unit_kind), scope(unit_scope), name(unit_name), first_line(line) {
  for (std::string_view parameter : scope.parameters) locals.add(parameter);
  for (std::string_view cell : scope.cell_names()) cells.add(cell);
  for (std::string_view free_name : scope.free_names()) free_variables.add(free_name);
  const int start_line = kind == UnitKind::Module ? 0 : line;
  here = {start_line, 0, line, 0};
  emit(Opcode::RESUME, 0);
}

}  // namespace gilsim::compiler
