// The host's files that the simulated computer may have copies of, as the layer above offers them. Asked lazily, each path
// once: what a run has seen of a file does not change any more.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gilsim::sim {

struct HostEntry {
  std::string name;
  bool is_folder = false;
  std::int64_t size = 0;
  bool executable = false;
};

struct HostFiles {
  std::string folder;  // absolute: the one folder that is copied; empty: none
  // The folders and files in it, links and all else left out. Paths begin with `folder`.
  std::function<std::vector<HostEntry>(const std::string& path)> list;
  std::function<std::optional<std::string>(const std::string& path)> read;
};

}  // namespace gilsim::sim
