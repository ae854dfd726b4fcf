#include "tests/runtime/fixture.h"

#include <fmt/format.h>

#include <sstream>

namespace gilsim::python {

namespace {

constexpr std::string_view kFolder = "/program/";  // where the files of the surroundings seem to be

// What a folder below kFolder holds, each once.
std::vector<sim::HostEntry> entries_of(const Surroundings& surroundings, const std::string& path) {
  const std::string prefix = path.substr(kFolder.size());  // with a slash at its end, as `path`
  std::vector<sim::HostEntry> entries;
  for (const auto& [name, text] : surroundings.files) {
    if (!name.starts_with(prefix)) continue;
    const std::string rest = name.substr(prefix.size());
    const size_t slash = rest.find('/');
    sim::HostEntry entry{rest.substr(0, slash), slash != std::string::npos, static_cast<int64_t>(text.size()), false};
    if (entries.empty() || entries.back().name != entry.name) entries.push_back(std::move(entry));
  }
  return entries;
}

Outside outside_of(const Surroundings& surroundings, Run& run) {
  Outside outside;
  outside.write_output = [&run](std::string_view text) { run.output += text; };
  outside.write_errors = [&run](std::string_view text) { run.errors += text; };
  outside.read_line = [&surroundings, next = size_t{0}]() mutable -> std::optional<std::string> {
    if (next == surroundings.input.size()) return std::nullopt;
    return surroundings.input[next++];
  };
  outside.read_source = [&surroundings](std::string_view path) -> std::optional<std::string> {
    const auto found = surroundings.files.find(std::string(path));
    return found == surroundings.files.end() ? std::nullopt : std::optional(found->second);
  };
  outside.module_folder = kFolder;
  outside.host_files = {
      .folder = std::string(kFolder),
      .list = [&surroundings](const std::string& path) { return entries_of(surroundings, path); },
      .read = [read = outside.read_source](const std::string& path) { return read(path.substr(kFolder.size())); },
  };
  return outside;
}

uint32_t line_of(const sim::Record& record, sim::PlaceId place) { return record.place_of(place).line; }

}  // namespace

Surroundings::Surroundings() {
  options.machine = *sim::find_machine("reference");
  options.settings.max_steps = 200'000'000;
  options.settings.max_time_ns = 1000 * sim::second;
}

std::vector<double> Run::numbers() const {
  std::vector<double> result;
  std::istringstream text(output);
  for (double number; text >> number;) result.push_back(number);
  return result;
}

std::vector<std::string> Run::situations() const {
  std::vector<std::string> result;
  for (const auto& thread : this->result.run.diagnosis.threads)
    result.push_back(fmt::format("{}: {} @{}", record->text(thread.name), record->text(thread.object), line_of(*record, thread.wanted_at)));
  return result;
}

std::vector<std::string> Run::cycles() const {
  std::vector<std::string> all;
  const auto& diagnosis = result.run.diagnosis;
  for (const auto& cycle : diagnosis.cycles) {
    std::string text;
    for (const size_t index : cycle) text += fmt::format("{}{}", text.empty() ? "" : " > ", record->text(diagnosis.threads[index].name));
    all.push_back(text);
  }
  return all;
}

Run run(const std::string& source, Surroundings surroundings) {
  Run run;
  run.record = std::make_unique<sim::Record>();
  Outside outside = outside_of(surroundings, run);
  const LoadedProgram program = load_program(source, "program.py", outside);
  run.problems = program.problems;
  if (program.problems.empty()) run.result = run_program(program, surroundings.options, outside, *run.record);
  return run;
}

std::string first_difference(const sim::Record& one, const sim::Record& other) {
  if (one.settings() != other.settings()) return "settings";
  size_t index = 0;
  for (auto left = one.begin(), right = other.begin(); left != one.end() && right != other.end(); ++left, ++right, ++index) {
    if (*left == *right) continue;
    return fmt::format("happening {}: {} of thread {} at {} ns (value {}, line {}), {} of thread {} at {} ns (value {}, line {})", index,
                       sim::info(left->kind).name, left->thread, left->time, left->value, line_of(one, left->place),
                       sim::info(right->kind).name, right->thread, right->time, right->value, line_of(other, right->place));
  }
  if (one.size() != other.size()) return fmt::format("{} happenings, {} happenings", one.size(), other.size());
  if (one.label_count() != other.label_count() || one.place_count() != other.place_count()) return "tables";
  for (sim::LabelId label = 0; label < one.label_count(); ++label)
    if (one.text(label) != other.text(label)) return fmt::format("label {}: {}, {}", label, one.text(label), other.text(label));
  for (sim::PlaceId place = 0; place < one.place_count(); ++place)
    if (one.place_of(place) != other.place_of(place)) return fmt::format("place {}", place);
  return {};
}

}  // namespace gilsim::python
