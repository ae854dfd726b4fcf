#include "interpreter/runtime/costs.h"

namespace gilsim::python {

namespace {

using compiler::Opcode;

constexpr CostTable make_table(int column) {
  CostTable table{};
#define COST(op, python39, python311, python312)                                       \
  {                                                                                    \
    constexpr int columns[] = {python39, python311, python312};                        \
    table[static_cast<size_t>(Opcode::op)] = (columns[column] << kBudgetStepBits) | 1; \
  }
#include "interpreter/runtime/costs.def"
#undef COST
  return table;
}

constexpr CostTable kTables[] = {make_table(0), make_table(1), make_table(2)};

constexpr CostTable make_table_of_c() {
  CostTable table{};
  table.fill(1 << kBudgetStepBits | 1);
  return table;
}

constexpr CostTable kTableOfC = make_table_of_c();

constexpr bool complete(const CostTable& table) {
  for (uint32_t cost : table)
    if ((cost >> kBudgetStepBits) == 0 || (cost >> kBudgetStepBits) > kMostCostNs) return false;
  return true;
}
static_assert(complete(kTables[0]) && complete(kTables[1]) && complete(kTables[2]), "costs.def misses an instruction");

}  // namespace

const CostTable& costs_of(PythonVersion version) { return kTables[static_cast<int>(version)]; }
const CostTable& costs_of_c() { return kTableOfC; }

}  // namespace gilsim::python
