// What the descriptors 0, 1 and 2 of the first process lead to, and those of its children: the host's terminal, which the
// first process alone may reach.
#pragma once

#include "interpreter/runtime/settings.h"
#include "sim/device.h"
#include "sim/files/open_file.h"

namespace gilsim::python {

enum class StreamKind : uint8_t { Output, Errors, Input };

class Terminal final : public sim::OpenFile {
 public:
  // `outside` is the first process's.
  Terminal(sim::Computer& computer, Outside& outside, StreamKind kind, sim::LabelId label);

  // One line at most.
  int64_t read(sim::Thread& thread, int64_t most, int64_t position, std::string* octets) override;
  int64_t write(sim::Thread& thread, std::string_view octets, int64_t position) override;
  bool is_terminal() const override { return true; }
  sim::FileStatus status() const override { return {sim::FileKind::CharacterDevice, 0620, 3, 22, 1, sim::ordinary_user, 0, 0, 0, 0}; }

 private:
  bool read_line(sim::Thread& thread);

  sim::Computer& computer_;
  Outside& outside_;
  StreamKind kind_;
  sim::Device device_;
  sim::SharedString unread_;  // of a line that was read in part
};

}  // namespace gilsim::python
