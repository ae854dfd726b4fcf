// What a file descriptor leads to: Linux's open file description, with a position of its own. Descriptors made by dup(2)
// share one.
//
// It lies in shared memory (make_in_shared_memory). The functions are system calls without their entry: they give a result or, negative, an error number, take the time of
// the work and may wait. Thread context; `thread` is the active one.
#pragma once

#include <fcntl.h>
#include <poll.h>

#include <cerrno>
#include <string>
#include <string_view>

#include "sim/files/disk.h"
#include "sim/files/file_system.h"
#include "sim/thread_state.h"

namespace gilsim::sim {

class Watchers;

class OpenFile {
 public:
  explicit OpenFile(int flags) : flags_(flags) {}
  virtual ~OpenFile() = default;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int flags() const { return flags_; }
  bool readable() const { return (flags_ & O_ACCMODE) != O_WRONLY; }
  bool writable() const { return (flags_ & O_ACCMODE) != O_RDONLY; }

  // `position` negative: the file's own, which then moves on. The octets replace what is in `octets`.
  virtual std::int64_t read(Thread& thread, std::int64_t most, std::int64_t position, std::string* octets) = 0;
  virtual std::int64_t write(Thread& thread, std::string_view octets, std::int64_t position) = 0;
  virtual std::int64_t seek(std::int64_t, int) { return -ESPIPE; }
  virtual int resize(std::int64_t) { return -EINVAL; }
  virtual int save(Thread&) { return -EINVAL; }
  virtual bool is_terminal() const { return false; }
  virtual FileStatus status() const = 0;
  virtual FileSystem::Node node() const { return nullptr; }

  // What poll(2) finds: POLLIN, POLLOUT, POLLHUP … of <poll.h>. Files are always ready.
  virtual int ready() const { return POLLIN | POLLOUT; }
  virtual Watchers* watchers() { return nullptr; }  // null: ready() never changes
  virtual ThreadState waiting_state() const { return ThreadState::DoingIo; }  // of a thread that waits for it
  // What reports call it; no_label: nothing.
  virtual LabelId label() { return no_label; }

  bool nonblocking = false;  // O_NONBLOCK

 private:
  int flags_;
};

// A file or folder of the file system, or one of its devices.
class TreeFile final : public OpenFile {
 public:
  TreeFile(Computer& computer, FileSystem& system, Disk& disk, FileSystem::Node node, int flags);

  std::int64_t read(Thread& thread, std::int64_t most, std::int64_t position, std::string* octets) override;
  std::int64_t write(Thread& thread, std::string_view octets, std::int64_t position) override;
  std::int64_t seek(std::int64_t offset, int whence) override;
  int resize(std::int64_t size) override;
  int save(Thread& thread) override;
  FileStatus status() const override { return node_->status(); }
  FileSystem::Node node() const override { return node_; }

 private:
  std::int64_t read_device(std::int64_t most, std::string* octets);
  void pay_for(std::int64_t bytes);
  std::int64_t size() const { return static_cast<std::int64_t>(node_->content.size()); }

  Computer& computer_;
  FileSystem& system_;
  Disk& disk_;
  FileSystem::Node node_;
  std::int64_t position_ = 0;
};

}  // namespace gilsim::sim
