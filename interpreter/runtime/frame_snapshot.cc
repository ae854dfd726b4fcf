#include "interpreter/runtime/frame_snapshot.h"

#include <vector>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/frame_view.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/frame.h"

namespace gilsim::python {

namespace {

Ref locals_of(Frame* frame) {
  if (!frame->locals.is_null()) return frame->locals;
  Ref result = Ref::take(new_dict());
  for (int32_t i = 0; i < frame->code->local_count; ++i) {
    Value value = frame->slots()[i];
    if (value.is_object() && value.object()->type == &cell_type) value = value.as<Cell>()->content;
    const std::string& name = frame->code->compiled->fast_local_names[static_cast<size_t>(i)];
    if (!value.is_null() && !name.starts_with('.')) dict_set_str(result.as<Dict>(), intern(name), value);
  }
  return result;
}

Ref make_one(Frame* frame, Value back) {
  Ref snapshot = make_frame_view();
  auto set = [&](const char* name, const Ref& value) { store_attribute(snapshot.get().object(), intern(name), value); };
  set("f_code", Ref(frame->code));
  set("f_globals", Ref(frame->globals));
  set("f_locals", locals_of(frame));
  set("f_lineno", make_int(frame->line()));
  set("f_lasti", make_int(frame->index()));
  set("f_back", back);
  return snapshot;
}

}  // namespace

Ref make_frame_snapshot(Vm&, Frame* frame) {
  std::vector<Frame*> frames;
  for (; frame; frame = frame->previous) frames.push_back(frame);
  Ref snapshot = kNone;
  for (auto each = frames.rbegin(); each != frames.rend(); ++each) snapshot = make_one(*each, snapshot);
  return snapshot;
}

}  // namespace gilsim::python
