#include "sim/files/disk.h"

#include <algorithm>

namespace gilsim::sim {
namespace {

constexpr std::int64_t kPage = 4096;
constexpr std::int64_t kReadAhead = 32;  // pages: read_ahead_kb of Linux is 128

}  // namespace

void Disk::transfer(Thread& thread, std::int64_t bytes, std::int64_t bytes_per_us, Nanoseconds latency) {
  if (label_ == no_label) label_ = computer_.record().label("disk");
  computer_.note(HappeningKind::DeviceStarted, &thread, label_, bytes, computer_.place_of(thread));
  free_at_ = std::max(free_at_, computer_.now()) + bytes * 1'000 / bytes_per_us;
  computer_.block_until(saturating_add(free_at_, latency), ThreadState::DoingIo, label_);
  computer_.note(HappeningKind::DeviceEnded, &thread, label_, bytes);
}

void Disk::fetch(Thread& thread, FileNode& file, std::int64_t position, std::int64_t count) {
  if (!file.came_from_disk || count <= 0) return;
  const auto pages = (static_cast<std::int64_t>(file.content.size()) + kPage - 1) / kPage;
  if (file.cached.empty()) file.cached.resize(static_cast<std::size_t>(pages));
  const auto known = static_cast<std::int64_t>(file.cached.size());
  const std::int64_t first = position / kPage, last = std::min((position + count - 1) / kPage, known - 1);
  auto is_missing = [&](std::int64_t page) { return !file.cached[static_cast<std::size_t>(page)]; };
  std::int64_t from = first;
  while (from <= last && !is_missing(from)) ++from;
  if (from > last) return;
  const std::int64_t stop = std::min(std::max(last + 1, from + kReadAhead), known);
  std::int64_t missing = 0;
  for (std::int64_t page = from; page < stop; ++page) missing += is_missing(page);
  transfer(thread, missing * kPage, computer_.machine().disk_read_bytes_per_us, computer_.machine().disk_latency_ns);
  for (std::int64_t page = from; page < stop; ++page) file.cached[static_cast<std::size_t>(page)] = true;
}

void Disk::save(Thread& thread, FileNode& file) {
  const Machine& machine = computer_.machine();
  if (file.unsaved == 0) return;
  transfer(thread, std::exchange(file.unsaved, 0), machine.disk_write_bytes_per_us, machine.disk_flush_ns);
}

}  // namespace gilsim::sim
