// The code of one unit while it is being made: basic blocks, linked in the order in which they will be laid out.
//
// Within the graph a jump names its block, and direction is not decided: JUMP_FORWARD, POP_JUMP_FORWARD_IF_… and
// JUMP_BACKWARD_NO_INTERRUPT stand for a jump either way (assembler.cc settles it). Four pseudo-instructions mark where
// exception handlers begin and end to apply; they become the exception table and are never executed.
#pragma once

#include <deque>
#include <vector>

#include "interpreter/compiler/code.h"

namespace gilsim::compiler {

inline constexpr auto kSetupFinally = static_cast<Opcode>(kOpcodeCount);      // handler gets: exception
inline constexpr auto kSetupCleanup = static_cast<Opcode>(kOpcodeCount + 1);  // handler gets: lasti, exception
inline constexpr auto kSetupWith = static_cast<Opcode>(kOpcodeCount + 2);     // the same, less the result of __enter__
inline constexpr auto kPopBlock = static_cast<Opcode>(kOpcodeCount + 3);      // the latest handler applies no longer
inline constexpr auto kJump = Opcode::JUMP_FORWARD;

inline constexpr syntax::Position kNowhere = {kNoLine, -1, kNoLine, -1};

struct Block;

struct GraphInstruction {
  Opcode op = Opcode::NOP;
  int32_t argument = 0;
  Block* target = nullptr;  // of jumps and handler pseudo-instructions
  syntax::Position position = kNowhere;
  Block* handler = nullptr;  // that an exception here goes to; set last

  bool has_line() const { return position.line >= 0; }
  int line() const { return position.line; }
};

bool is_jump(Opcode op);
bool is_unconditional_jump(Opcode op);
inline bool starts_handler(Opcode op) { return op >= kSetupFinally && op <= kSetupWith; }
bool leaves_frame(Opcode op);  // RETURN_VALUE, RAISE_VARARGS, RERAISE

struct Block {
  std::vector<GraphInstruction> instructions;
  Block* next = nullptr;
  bool leaves = false;          // ends by leaving the frame
  bool never_falls_through = false;
  bool is_visited = false;
  bool pushes_lasti = false;    // a handler that wants the place of the failure
  int predecessors = 0;
  int start_depth = -1;         // height of the operand stack
  int first_index = -1;         // of its first instruction, at the end

  bool empty() const { return instructions.empty(); }
  GraphInstruction& last() { return instructions.back(); }
  bool falls_through() const { return !never_falls_through; }
};

class FlowGraph {
 public:
  FlowGraph();
  Block* create_block() { return &blocks_.emplace_back(); }
  void start(Block* block);  // appends it; instructions go there from now on
  void add(const GraphInstruction& instruction);

  Block* entry() { return entry_; }
  Block* current() { return current_; }
  std::deque<Block>& blocks() { return blocks_; }  // in the order of creation

 private:
  std::deque<Block> blocks_;
  Block* entry_;
  Block* current_;
};

}  // namespace gilsim::compiler
