#include "interpreter/objects/buffer.h"

#include "interpreter/objects/exception.h"

namespace gilsim::python {

bool HeldBuffer::hold(Vm& vm, Value object) {
  release();
  if (!has_buffer(object))
    return fail(vm, exceptions::TypeError, "a bytes-like object is required, not '{}'", type_name(object));
  if (!type_of(object)->operations.buffer(vm, object, &buffer_)) return false;
  if (!buffer_.contiguous)
    return fail(vm, exceptions::BufferError, "memoryview: underlying buffer is not C-contiguous");
  exporter_ = object;
  if (buffer_.exports) ++*buffer_.exports;
  return true;
}

bool HeldBuffer::hold_writable(Vm& vm, Value object, std::string_view argument) {
  Buffer shown;
  const bool shows = has_buffer(object);
  if (shows && !type_of(object)->operations.buffer(vm, object, &shown)) return false;
  if (shows && !shown.read_only) return hold(vm, object);
  return fail(vm, exceptions::TypeError, "{} must be read-write bytes-like object, not {}", argument,
              type_name(object));
}

void HeldBuffer::release() {
  if (!exporter_) return;
  if (buffer_.exports) --*buffer_.exports;
  exporter_ = {};
  buffer_ = {};
}

}  // namespace gilsim::python
