#include "sim/process.h"

#include "sim/files/file_table.h"

namespace gilsim::sim {

Process::Process(std::uint32_t its_pid, LabelId its_name) : pid(its_pid), name(its_name), signals(this), group(its_pid) {}

Process::~Process() = default;

}  // namespace gilsim::sim
