// A stable merge sort that makes use of runs that are in order already: Tim Peters' listsort with the merge order of
// powersort, as CPython 3.11 describes them in Objects/listsort.txt. It makes exactly the comparisons that CPython makes,
// since programs can watch them (`__lt__`, cmp_to_key), and it survives an order that fails or makes no sense: whatever the
// answers are, the rows stay a permutation of what they were.
//
// `Less` answers less(a, b) with 1, 0, or -1 for an exception; then sorting stops.
#pragma once

#include <algorithm>
#include <cstring>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

// A position in the keys and, when those are not the items themselves, in the items that move with them.
struct SortRows {
  Value* keys;
  Value* items;  // or null

  SortRows operator+(int64_t distance) const { return {keys + distance, items ? items + distance : nullptr}; }
  SortRows operator-(int64_t distance) const { return *this + -distance; }
};

inline void move_rows(SortRows to, SortRows from, int64_t count) {
  std::memmove(static_cast<void*>(to.keys), from.keys, count * sizeof(Value));
  if (to.items) std::memmove(static_cast<void*>(to.items), from.items, count * sizeof(Value));
}

template <class Less>
class MergeSort {
 public:
  MergeSort(SortRows rows, int64_t size, Less& less) : base_(rows), size_(size), less_(less) {}
  MergeSort(const MergeSort&) = delete;
  MergeSort& operator=(const MergeSort&) = delete;
  ~MergeSort() { free_scratch(); }

  bool sort() {
    if (size_ < 2) return true;
    int64_t least = least_run();
    for (int64_t start = 0; start < size_;) {
      int64_t length = extend_run(start, least);
      if (length < 0 || !push_run(start, length)) return false;
      start += length;
    }
    return merge_all();
  }

 private:
  struct Run {
    int64_t start, length;
    int power;  // of the boundary to the run after it
  };
  static constexpr int64_t kGallop = 7;  // so many wins in a row make it worth to gallop

  // --- finding runs ---

  // Between 32 and 64 such that size / least is a power of two or a little less.
  int64_t least_run() const {
    int64_t size = size_, odd = 0;
    while (size >= 64) odd |= size & 1, size >>= 1;
    return size + odd;
  }

  // The length of the run that begins at `start`, made longer by insertion when it is short; -1: exception.
  int64_t extend_run(int64_t start, int64_t least) {
    int64_t length = find_run(start);
    int64_t wanted = std::min(least, size_ - start);
    if (length < 0 || length >= wanted) return length;
    return insert_rest(start, length, wanted) ? wanted : -1;
  }

  int64_t find_run(int64_t start) {
    const Value* keys = base_.keys + start;
    int64_t left = size_ - start, length = 2;
    if (left == 1) return 1;
    int descending = less_(keys[1], keys[0]);
    if (descending < 0) return -1;
    for (; length < left; ++length) {
      int below = less_(keys[length], keys[length - 1]);
      if (below < 0) return -1;
      if (below != descending) break;
    }
    if (descending) reverse(base_ + start, length);
    return length;
  }

  static void reverse(SortRows rows, int64_t count) {
    std::reverse(rows.keys, rows.keys + count);
    if (rows.items) std::reverse(rows.items, rows.items + count);
  }

  // Binary insertion of the rows from `sorted` to before `count`.
  bool insert_rest(int64_t start, int64_t sorted, int64_t count) {
    SortRows rows = base_ + start;
    for (; sorted < count; ++sorted) {
      Value pivot = rows.keys[sorted];
      int64_t low = 0, high = sorted;
      while (low < high) {
        int64_t middle = low + ((high - low) >> 1);
        int below = less_(pivot, rows.keys[middle]);
        if (below < 0) return false;
        if (below) high = middle;
        else low = middle + 1;
      }
      Value item = rows.items ? rows.items[sorted] : kNull;
      move_rows(rows + low + 1, rows + low, sorted - low);
      rows.keys[low] = pivot;
      if (rows.items) rows.items[low] = item;
    }
    return true;
  }

  // --- which runs to merge when ---

  // Powersort: how deep in a balanced tree over all rows the boundary of two neighbouring runs would be.
  int power_of(const Run& run, int64_t next_length) const {
    int64_t a = 2 * run.start + run.length;  // twice the middles of both runs, doubled again at each level
    int64_t b = a + run.length + next_length;
    for (int power = 1;; ++power) {
      if (a >= size_) a -= size_, b -= size_;
      else if (b >= size_) return power;
      a <<= 1, b <<= 1;
    }
  }

  bool push_run(int64_t start, int64_t length) {
    if (pending_ > 0) {
      int power = power_of(runs_[pending_ - 1], length);
      while (pending_ > 1 && runs_[pending_ - 2].power > power)
        if (!merge_at(pending_ - 2)) return false;
      runs_[pending_ - 1].power = power;
    }
    runs_[pending_++] = {start, length, 0};
    return true;
  }

  bool merge_all() {
    while (pending_ > 1) {
      int at = pending_ - 2;
      if (at > 0 && runs_[at - 1].length < runs_[at + 1].length) --at;
      if (!merge_at(at)) return false;
    }
    return true;
  }

  // Merges runs `at` and `at` + 1, leaving out what is in its place already at both ends.
  bool merge_at(int at) {
    SortRows left = base_ + runs_[at].start, right = base_ + runs_[at + 1].start;
    int64_t left_count = runs_[at].length, right_count = runs_[at + 1].length;
    runs_[at].length += right_count;
    if (at == pending_ - 3) runs_[at + 1] = runs_[at + 2];
    --pending_;
    int64_t in_place = gallop_right(right.keys[0], left.keys, left_count, 0);
    if (in_place < 0) return false;
    left = left + in_place;
    left_count -= in_place;
    if (left_count == 0) return true;
    right_count = gallop_left(left.keys[left_count - 1], right.keys, right_count, right_count - 1);
    if (right_count <= 0) return right_count == 0;
    return left_count <= right_count ? merge_low(left, left_count, right, right_count)
                                     : merge_high(left, left_count, right, right_count);
  }

  // --- galloping: exponential, then binary search from a hint ---

  // Where `key` belongs in the sorted keys, before those equal to it. -1: exception.
  int64_t gallop_left(Value key, const Value* keys, int64_t count, int64_t hint) {
    int64_t last = 0, offset = 1;
    int below = less_(keys[hint], key);
    if (below < 0) return -1;
    int64_t most = below ? count - hint : hint + 1;
    while (offset < most) {
      int answer = less_(keys[below ? hint + offset : hint - offset], key);
      if (answer < 0) return -1;
      if (answer != below) break;
      last = offset;
      offset = (offset << 1) + 1;
    }
    offset = std::min(offset, most);
    int64_t low = below ? hint + last + 1 : hint - offset + 1;
    int64_t high = below ? hint + offset : hint - last;
    while (low < high) {
      int64_t middle = low + ((high - low) >> 1);
      int answer = less_(keys[middle], key);
      if (answer < 0) return -1;
      if (answer) low = middle + 1;
      else high = middle;
    }
    return high;
  }

  // The same, after those equal to it.
  int64_t gallop_right(Value key, const Value* keys, int64_t count, int64_t hint) {
    int64_t last = 0, offset = 1;
    int above = less_(key, keys[hint]);
    if (above < 0) return -1;
    int64_t most = above ? hint + 1 : count - hint;
    while (offset < most) {
      int answer = less_(key, keys[above ? hint - offset : hint + offset]);
      if (answer < 0) return -1;
      if (answer != above) break;
      last = offset;
      offset = (offset << 1) + 1;
    }
    offset = std::min(offset, most);
    int64_t low = above ? hint - offset + 1 : hint + last + 1;
    int64_t high = above ? hint - last : hint + offset;
    while (low < high) {
      int64_t middle = low + ((high - low) >> 1);
      int answer = less_(key, keys[middle]);
      if (answer < 0) return -1;
      if (answer) high = middle;
      else low = middle + 1;
    }
    return high;
  }

  // --- merging: one side waits in the scratch rows ---

  enum class Step { Go, Done, LastOfScratch, Failed };

  // What is being merged: where the next rows of both sides are and how many are left of each.
  struct Sides {
    SortRows to, left, right;
    int64_t left_count, right_count;
  };

  bool merge_low(SortRows left, int64_t left_count, SortRows right, int64_t right_count) {
    SortRows scratch = scratch_for(left_count, left);
    move_rows(scratch, left, left_count);
    Sides s{left, scratch, right, left_count, right_count};
    Step step = take_right(s);
    if (step == Step::Go && s.left_count == 1) step = Step::LastOfScratch;
    while (step == Step::Go) {
      step = one_by_one_low(s);
      if (step == Step::Go) step = galloping_low(s);
    }
    if (step == Step::LastOfScratch) {  // it comes after all of the right side
      move_rows(s.to, s.right, s.right_count);
      move_rows(s.to + s.right_count, s.left, 1);
      return true;
    }
    move_rows(s.to, s.left, s.left_count);
    return step == Step::Done;
  }

  Step take_left(Sides& s, int64_t count = 1) {
    move_rows(s.to, s.left, count);
    s.to = s.to + count, s.left = s.left + count, s.left_count -= count;
    return s.left_count == 1 ? Step::LastOfScratch : s.left_count == 0 ? Step::Done : Step::Go;
  }
  Step take_right(Sides& s, int64_t count = 1) {
    move_rows(s.to, s.right, count);
    s.to = s.to + count, s.right = s.right + count, s.right_count -= count;
    return s.right_count == 0 ? Step::Done : Step::Go;
  }

  Step one_by_one_low(Sides& s) {
    for (int64_t left_wins = 0, right_wins = 0;;) {
      int below = less_(s.right.keys[0], s.left.keys[0]);
      if (below < 0) return Step::Failed;
      Step step = below ? take_right(s) : take_left(s);
      if (step != Step::Go) return step;
      right_wins = below ? right_wins + 1 : 0;
      left_wins = below ? 0 : left_wins + 1;
      if (std::max(left_wins, right_wins) >= gallop_at_) return Step::Go;
    }
  }

  Step galloping_low(Sides& s) {
    ++gallop_at_;
    for (int64_t left_wins = kGallop, right_wins = kGallop; left_wins >= kGallop || right_wins >= kGallop;) {
      gallop_at_ -= gallop_at_ > 1;
      left_wins = gallop_right(s.right.keys[0], s.left.keys, s.left_count, 0);
      if (left_wins < 0) return Step::Failed;
      Step step = left_wins ? take_left(s, left_wins) : Step::Go;
      if (step == Step::Go) step = take_right(s);
      if (step != Step::Go) return step;
      right_wins = gallop_left(s.left.keys[0], s.right.keys, s.right_count, 0);
      if (right_wins < 0) return Step::Failed;
      if (right_wins) step = take_right(s, right_wins);
      if (step == Step::Go) step = take_left(s);
      if (step != Step::Go) return step;
    }
    ++gallop_at_;
    return Step::Go;
  }

  // From the end, when the right side is the smaller one. `to`, `left` and `right` are one past the next rows.
  bool merge_high(SortRows left, int64_t left_count, SortRows right, int64_t right_count) {
    SortRows scratch = scratch_for(right_count, right);
    move_rows(scratch, right, right_count);
    Sides s{right + right_count, left + left_count, scratch + right_count, left_count, right_count};
    Step step = take_last_left(s);
    if (step == Step::Go && s.right_count == 1) step = Step::LastOfScratch;
    while (step == Step::Go) {
      step = one_by_one_high(s);
      if (step == Step::Go) step = galloping_high(s);
    }
    if (step == Step::LastOfScratch) {  // it comes before all of the left side
      move_rows(s.to - s.left_count, s.left - s.left_count, s.left_count);
      move_rows(s.to - s.left_count - 1, s.right - 1, 1);
      return true;
    }
    move_rows(s.to - s.right_count, s.right - s.right_count, s.right_count);
    return step == Step::Done;
  }

  Step take_last_left(Sides& s, int64_t count = 1) {
    s.to = s.to - count, s.left = s.left - count, s.left_count -= count;
    move_rows(s.to, s.left, count);
    return s.left_count == 0 ? Step::Done : Step::Go;
  }
  Step take_last_right(Sides& s, int64_t count = 1) {
    s.to = s.to - count, s.right = s.right - count, s.right_count -= count;
    move_rows(s.to, s.right, count);
    return s.right_count == 1 ? Step::LastOfScratch : s.right_count == 0 ? Step::Done : Step::Go;
  }

  Step one_by_one_high(Sides& s) {
    for (int64_t left_wins = 0, right_wins = 0;;) {
      int below = less_(s.right.keys[-1], s.left.keys[-1]);
      if (below < 0) return Step::Failed;
      Step step = below ? take_last_left(s) : take_last_right(s);
      if (step != Step::Go) return step;
      left_wins = below ? left_wins + 1 : 0;
      right_wins = below ? 0 : right_wins + 1;
      if (std::max(left_wins, right_wins) >= gallop_at_) return Step::Go;
    }
  }

  Step galloping_high(Sides& s) {
    ++gallop_at_;
    for (int64_t left_wins = kGallop, right_wins = kGallop; left_wins >= kGallop || right_wins >= kGallop;) {
      gallop_at_ -= gallop_at_ > 1;
      int64_t found = gallop_right(s.right.keys[-1], s.left.keys - s.left_count, s.left_count, s.left_count - 1);
      if (found < 0) return Step::Failed;
      left_wins = s.left_count - found;
      Step step = left_wins ? take_last_left(s, left_wins) : Step::Go;
      if (step == Step::Go) step = take_last_right(s);
      if (step != Step::Go) return step;
      found = gallop_left(s.left.keys[-1], s.right.keys - s.right_count, s.right_count, s.right_count - 1);
      if (found < 0) return Step::Failed;
      right_wins = s.right_count - found;
      if (right_wins) step = take_last_right(s, right_wins);
      if (step == Step::Go) step = take_last_left(s);
      if (step != Step::Go) return step;
    }
    ++gallop_at_;
    return Step::Go;
  }

  // --- scratch rows ---

  SortRows scratch_for(int64_t count, SortRows like) {
    if (count > scratch_size_) {
      free_scratch();
      scratch_size_ = count;
      scratch_.keys = static_cast<Value*>(heap.allocate(count * sizeof(Value)));
      if (like.items) scratch_.items = static_cast<Value*>(heap.allocate(count * sizeof(Value)));
    }
    return scratch_;
  }

  void free_scratch() {
    if (scratch_.keys) heap.free(scratch_.keys, scratch_size_ * sizeof(Value));
    if (scratch_.items) heap.free(scratch_.items, scratch_size_ * sizeof(Value));
    scratch_ = {nullptr, nullptr};
  }

  SortRows base_;
  int64_t size_;
  Less& less_;
  Run runs_[64];  // powers grow strictly, so this is more than enough for 2^60 rows
  int pending_ = 0;
  int64_t gallop_at_ = kGallop;
  SortRows scratch_ = {nullptr, nullptr};
  int64_t scratch_size_ = 0;
};

}  // namespace gilsim::python
