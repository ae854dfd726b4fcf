#include "interpreter/runtime/import_costs.h"

#include <algorithm>

#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

constexpr ImportCost kTable[] = {
#define IMPORT(name, microseconds, origin, needs) {name, microseconds, ImportCost::origin, needs},
#include "interpreter/runtime/import_costs.def"
#undef IMPORT
};
static_assert(std::ranges::is_sorted(kTable, {}, &ImportCost::name));

// Looking for a module and reading its file: stat(2) of the folder, the source and the bytecode, and open; two of fstat, two of
// read, and close. Before each the GIL is let go; what else the import takes is spread over the time between them.
constexpr int kPathCalls = 4, kFileCalls = 5;

// False: the run is over.
bool load_from_file(Interpreter& vm, sim::Nanoseconds total) {
  const sim::Machine& machine = vm.computer().machine();
  const sim::Nanoseconds path_call = machine.system_call_ns + machine.file_path_ns;
  const sim::Nanoseconds file_call = machine.system_call_ns + machine.file_call_ns;
  const sim::Nanoseconds calls = kPathCalls * path_call + kFileCalls * file_call;
  const sim::Nanoseconds between = std::max<sim::Nanoseconds>(1, (total - calls) / (kPathCalls + kFileCalls));
  for (int i = 0; i < kPathCalls + kFileCalls; ++i) {
    vm.charge(between);
    ReleasedGil released(vm);
    released.computer().advance(i < kPathCalls ? path_call : file_call);
    if (!released.take_back()) return false;
  }
  return true;
}

}  // namespace

const ImportCost* find_import_cost(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kTable, name, {}, &ImportCost::name);
  return found != std::end(kTable) && found->name == name ? found : nullptr;
}

// In the order in which they come to their ends.
void PaidImports::take(const ImportCost& cost, std::vector<const ImportCost*>* taken) {
  const auto place = static_cast<size_t>(&cost - kTable);
  if (paid_[place]) return;
  paid_[place] = true;
  for (std::string_view rest = cost.needs; !rest.empty();) {
    const size_t end = std::min(rest.find(' '), rest.size());
    if (const ImportCost* needed = find_import_cost(rest.substr(0, end))) take(*needed, taken);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  taken->push_back(&cost);
}

bool PaidImports::pay(Interpreter& vm, std::string_view name) {
  const ImportCost* cost = find_import_cost(name);
  if (!cost) return true;
  if (vm.current().time_stands_still) return unpaid_.emplace(name), true;
  unpaid_.erase(std::string(name));
  paid_.resize(std::size(kTable));
  std::vector<const ImportCost*> taken;
  take(*cost, &taken);
  for (const ImportCost* one : taken) {
    const int64_t cost_ns = one->microseconds * int64_t{1000};
    total_ns_ += cost_ns;
    if (one->origin != ImportCost::File) vm.charge(cost_ns);
    else if (!load_from_file(vm, cost_ns)) return false;
  }
  return true;
}

TimeStandsStill::TimeStandsStill(Interpreter& vm, bool stands_still) : vm_(vm), before_(vm.current().time_stands_still) {
  change(stands_still);
}
TimeStandsStill::~TimeStandsStill() { change(before_); }

void TimeStandsStill::change(bool stands_still) {
  PythonThread& state = vm_.current();
  if (state.time_stands_still == stands_still) return;
  const bool goes_on = vm_.synchronize();
  state.time_stands_still = stands_still;
  if (goes_on) vm_.resume_after_kernel();
}

}  // namespace gilsim::python
