// pipe(2): a row of at most 64 KiB between threads. Reading waits for octets or the last writer's end, writing for room;
// up to 4 KiB are written in one piece. Without a reader, writing gives EPIPE.
#pragma once

#include <memory>
#include <string>

#include "sim/files/open_file.h"
#include "sim/files/watchers.h"

namespace gilsim::sim {

struct Pipe {
  Pipe(Computer& its_computer, LabelId its_label) : computer(its_computer), label(its_label) {}
  Computer& computer;
  LabelId label;
  SharedString octets;
  int readers = 0, writers = 0;
  WaitQueue for_octets, for_room;
  Watchers reading, writing;

  // CPU time of a read or write of so many octets, beside that of an empty system call.
  void pay_for(std::int64_t count) {
    const Machine& machine = computer.machine();
    computer.advance(machine.pipe_call_ns + count * machine.pipe_kib_ns / 1024);
  }
};

class PipeEnd final : public OpenFile {
 public:
  PipeEnd(std::shared_ptr<Pipe> pipe, int flags);
  ~PipeEnd() override;

  std::int64_t read(Thread& thread, std::int64_t most, std::int64_t position, std::string* octets) override;
  std::int64_t write(Thread& thread, std::string_view octets, std::int64_t position) override;
  FileStatus status() const override { return {FileKind::Pipe, 0600, 1, 0, 1, ordinary_user, 0, 0, 0, 0}; }

  int ready() const override;
  Watchers* watchers() override { return readable() ? &pipe_->reading : &pipe_->writing; }
  LabelId label() override { return pipe_->label; }

 private:
  bool wait(WaitQueue& queue);
  std::shared_ptr<Pipe> pipe_;
};

}  // namespace gilsim::sim
