#include "reports/limit.h"

#include <algorithm>

#include <fmt/format.h>

#include "reports/run_report.h"
#include "reports/words.h"
#include "sim/time.h"

namespace gilsim::reports {
namespace {

using sim::Nanoseconds;

// Bounds are least times: of two that differ by less than a 20th either may be what limits.
constexpr Nanoseconds margin = 20;

class Limit {
 public:
  Limit(const BillRow& row, Language language)
      : row_(row), language_(language), wall_(sim::format_duration(row.wall)),
        there_(row.wall * static_cast<Nanoseconds>(row.threads) - row[Share::Absent]) {}

  // Of nearly equal bounds the chain, which no machine can shorten, then the GIL.
  std::string sentence() const {
    if (!row_.finished()) return say(Word::limit_unfinished);
    const auto& [gil, cores, chain, chain_running] = row_.bounds;
    const Nanoseconds largest = std::max({gil, cores, chain}), nearly = largest - largest / margin;
    if (largest < row_.wall - row_.wall / 3) return say(Word::limit_none, sim::format_duration(largest), wall_);
    if (chain >= nearly) return by_chain();
    return gil >= nearly ? by_gil() : say(Word::limit_cores, share(Share::Core), sim::format_duration(std::max(gil, chain)));
  }

 private:
  bool is_nearly_all(Nanoseconds bound) const { return bound >= row_.wall - row_.wall / margin; }

  std::string by_chain() const {
    const bool works = row_.bounds.chain_running * 2 > row_.bounds.chain;
    const bool locks = row_[Share::Locks] > row_[Share::Sleep] + row_[Share::Io] + row_[Share::Cpu];
    const std::string what = locks ? say(Word::limit_chain_of_locks, share(Share::Locks))
                                   : say(works ? Word::limit_chain_of_work : Word::limit_chain_of_waits);
    const Word help = is_nearly_all(row_.bounds.chain) ? Word::limit_chain : Word::limit_chain_mostly;
    return what + say(help, sim::format_duration(row_.bounds.chain), wall_);
  }

  // What would be left without a GIL: the cores' bound, or the chain's.
  std::string by_gil() const {
    const Nanoseconds left = std::max(row_.bounds.cores, row_.bounds.chain);
    const std::string gil = sim::format_duration(row_.bounds.gil);
    if (is_nearly_all(left)) return say(Word::limit_gil_and_cores, share(Share::Gil), gil, wall_);
    return say(Word::limit_gil, share(Share::Gil), gil, wall_, sim::format_duration(left));
  }

  std::string share(Share part) const { return format_share(row_[part], there_); }
  template <typename... Values>
  std::string say(Word text, const Values&... values) const {
    return fmt::format(fmt::runtime(word(text, language_)), values...);
  }

  const BillRow& row_;
  Language language_;
  std::string wall_;
  Nanoseconds there_;  // of all threads
};

}  // namespace

std::string format_limit(const BillRow& row, Language language) { return Limit(row, language).sentence(); }

}  // namespace gilsim::reports
