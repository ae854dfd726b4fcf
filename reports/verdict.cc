#include "reports/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <vector>

#include "reports/statistics.h"
#include "sim/process_numbers.h"
#include "sim/time.h"

namespace gilsim::reports {
namespace {

using sim::RunOutcome;
using sim::ThreadSituation;

constexpr std::size_t most_threads_listed = 20, most_tasks_listed = 20;

bool needs_words(RunOutcome outcome) {
  return outcome != RunOutcome::Finished && outcome != RunOutcome::Stopped;
}

// REQUIRES: needs_words(outcome).
Word headline(RunOutcome outcome) {
  switch (outcome) {
    case RunOutcome::Deadlock: return Word::deadlock_headline;
    case RunOutcome::TimeLimit: return Word::time_headline;
    case RunOutcome::StepLimit: return Word::steps_headline;
    case RunOutcome::MemoryLimit: return Word::memory_headline;
    case RunOutcome::Interrupted: return Word::interrupted_headline;
    case RunOutcome::Finished:
    case RunOutcome::Stopped: break;
  }
  assert(false && "a good end needs no headline");
  return Word::interrupted_headline;
}

class Verdict {
 public:
  Verdict(const sim::RunResult& result, const sim::Record& record, const SourceLines& source_lines,
          Language language, const Terminal& terminal)
      : result_(result),
        record_(record),
        source_lines_(source_lines),
        language_(language),
        terminal_(terminal),
        in_circle_(result.diagnosis.threads.size()) {}

  std::string format() {
    text_ = fmt::format("{} {}{}{}\n", paint(sim::info(result_.outcome).verdict, Color::Red, terminal_),
                        say(Word::at_virtual_time, sim::format_duration(result_.ended_at)), say(Word::colon),
                        say(headline(result_.outcome)));
    for (const auto& cycle : result_.diagnosis.cycles) add_cycle(cycle);
    add_other_threads();
    return std::move(text_);
  }

 private:
  template <typename... Values>
  std::string say(Word which, const Values&... values) const {
    return fmt::format(fmt::runtime(word(which, language_)), values...);
  }

  std::string name(const ThreadSituation& thread) const {
    const auto& threads = result_.diagnosis.threads;
    const bool is_only = std::ranges::all_of(threads, [&](const auto& other) { return other.pid == threads.front().pid; });
    if (is_only) return printable(record_.text(thread.name));
    return fmt::format("{} {}", sim::shown_pid(thread.pid), printable(thread.tid == thread.pid ? process_name(thread.pid) : record_.text(thread.name)));
  }
  std::string_view process_name(std::uint32_t pid) const {
    for (const sim::Happening& happening : record_) {
      if (happening.kind == sim::HappeningKind::ProcessCreated && happening.value == pid) return record_.text(happening.object);
    }
    return {};
  }
  // Two things that the program calls alike are told apart by number, in the order in which the threads name them.
  std::string object(const ThreadSituation& thread) const {
    std::vector<sim::LabelId> namesakes;
    for (const ThreadSituation& other : result_.diagnosis.threads) {
      const bool is_new = std::find(namesakes.begin(), namesakes.end(), other.object) == namesakes.end();
      if (is_new && !joins(other) && record_.text(other.object) == record_.text(thread.object)) namesakes.push_back(other.object);
    }
    std::string text = printable(record_.text(thread.object));
    if (namesakes.size() < 2) return text;
    const auto place = std::find(namesakes.begin(), namesakes.end(), thread.object);
    return fmt::format("{} #{}", text, place - namesakes.begin() + 1);
  }

  void add_cycle(const std::vector<std::size_t>& cycle) {
    text_ += fmt::format("  {}\n", circle_title(cycle));
    for (std::size_t index : cycle) {
      in_circle_[index] = true;
      add_waiter(result_.diagnosis.threads[index]);
    }
  }

  // Where other threads still ran it is not certain that the circle would have stayed closed, but since when it was.
  std::string circle_title(const std::vector<std::size_t>& cycle) const {
    const bool is_one = cycle.size() == 1;
    if (result_.outcome == RunOutcome::Deadlock) return say(is_one ? Word::waits_for_itself : Word::waits_in_circle);
    sim::Nanoseconds closed_at = 0;
    for (std::size_t index : cycle) closed_at = std::max(closed_at, result_.diagnosis.threads[index].waits_since);
    return say(is_one ? Word::has_waited_for_itself : Word::has_waited_in_circle, sim::format_duration(closed_at));
  }

  void add_other_threads() {
    std::vector<const ThreadSituation*> others;
    for (std::size_t i = 0; i < in_circle_.size(); ++i) {
      if (!in_circle_[i]) others.push_back(&result_.diagnosis.threads[i]);
    }
    if (others.empty()) return;
    bool after_circle = !result_.diagnosis.cycles.empty();
    text_ += fmt::format("  {}\n", say(after_circle ? Word::other_threads : Word::where_threads_were));
    for (std::size_t i = 0; i < others.size() && i < most_threads_listed; ++i) add_waiter(*others[i]);
    if (others.size() > most_threads_listed) {
      text_ += fmt::format("    {}\n", say(Word::more_threads, others.size() - most_threads_listed));
    }
  }

  void add_waiter(const ThreadSituation& thread) {
    text_ += fmt::format("    {}\n", paint(situation(thread), Color::Bold, terminal_));
    bool wants_lock = thread.waits_for_lock && !joins(thread);
    add_place(wants_lock ? Word::wanted_at : Word::waiting_at, thread.wanted_at);
    if (wants_lock && thread.taken_at != sim::no_place) add_place(Word::taken_at, thread.taken_at);
    add_tasks(thread.tasks);
  }

  void add_tasks(const sim::SharedVector<sim::TaskSituation>& tasks) {
    for (std::size_t i = 0; i < tasks.size() && i < most_tasks_listed; ++i)
      add_task(tasks[i]);
    if (tasks.size() > most_tasks_listed)
      text_ += fmt::format("      {}\n", say(Word::more_tasks, tasks.size() - most_tasks_listed));
  }

  void add_task(const sim::TaskSituation& task) {
    const bool is_named = !task.awaited.empty(), is_placed = task.waiting_at != sim::no_place;
    const std::string what = is_named ? say(Word::task_awaits_what, printable(task.name), printable(task.awaited))
                                      : say(Word::task_awaits, printable(task.name));
    if (is_placed) add_place(what + say(Word::awaits_at), task.waiting_at);
    else text_ += fmt::format("      {}\n", what);
  }

  // Joining is waiting for a lock, too, which the other thread holds as long as it lives. Nobody need know.
  static bool joins(const ThreadSituation& thread) { return thread.state == sim::ThreadState::Joining; }

  std::string situation(const ThreadSituation& thread) const {
    const ThreadSituation* holder = result_.diagnosis.find(thread.holder_tid);
    if (joins(thread)) {
      return holder ? say(Word::joins, name(thread), name(*holder))
                    : say(Word::was_doing, name(thread), say(Word::legend_joining));
    }
    if (thread.waits_for_lock) return situation_at_lock(thread, holder);
    if (sim::is_blocked(thread.state) && thread.object != sim::no_label) {
      return say(Word::waits_for, name(thread), object(thread));
    }
    return say(Word::was_doing, name(thread), say(doing(thread.state)));
  }

  std::string situation_at_lock(const ThreadSituation& thread, const ThreadSituation* holder) const {
    if (thread.left_behind) return say(Word::wants_lock_left_behind, name(thread), object(thread));
    if (!holder) {
      std::string ended = last_name(thread.holder_tid);
      return ended.empty() ? say(Word::wants_lock, name(thread), object(thread))
                           : say(Word::wants_lock_of_ended, name(thread), object(thread), ended);
    }
    if (holder->tid == thread.tid) return say(Word::wants_own_lock, name(thread), object(thread));
    return say(Word::wants_lock_of, name(thread), object(thread), name(*holder));
  }

  // A thread that is no more, by the record; empty when that does not know it either.
  std::string last_name(std::uint32_t tid) const {
    std::string name;
    for (const sim::Happening& happening : record_) {
      bool names = happening.kind == sim::HappeningKind::ThreadCreated ||
                   happening.kind == sim::HappeningKind::ThreadRenamed;
      if (names && happening.thread == tid) name = printable(record_.text(happening.object));
    }
    return name;
  }

  static Word doing(sim::ThreadState state) {
    if (state == sim::ThreadState::New) return Word::state_new;
    if (state == sim::ThreadState::Done) return Word::state_done;
    return info(part_of(state)).meaning;
  }

  void add_place(Word what, sim::PlaceId id) { add_place(say(what), id); }
  void add_place(const std::string& what, sim::PlaceId id) {
    if (id == sim::no_place) {
      text_ += fmt::format("      {}\n", say(Word::after_program));
      return;
    }
    sim::Place place = record_.place_of(id);
    const std::string file(record_.text(place.file));
    std::string line = printable(source_lines_(file, place.line));
    text_ += fmt::format("      {} {}:{}{}{}\n", what, file, place.line, line.empty() ? "" : ": ", line);
  }

  const sim::RunResult& result_;
  const sim::Record& record_;
  const SourceLines& source_lines_;
  Language language_;
  const Terminal& terminal_;
  std::vector<bool> in_circle_;  // by index into the diagnosis' threads
  std::string text_;
};

}  // namespace

std::string format_verdict(const sim::RunResult& result, const sim::Record& record,
                           const SourceLines& source_lines, Language language, const Terminal& terminal) {
  if (!needs_words(result.outcome)) return "";
  return Verdict(result, record, source_lines, language, terminal).format();
}

}  // namespace gilsim::reports
