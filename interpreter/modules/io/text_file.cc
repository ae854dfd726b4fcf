#include "interpreter/modules/io/text_file.h"

#include <unistd.h>

#include "interpreter/modules/io/buffered.h"
#include "interpreter/modules/io/file_io.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python::io {

namespace {

constexpr int64_t kChunk = 8192;
constexpr int64_t kWriteNs = 20, kReadNs = 20;  // of a call that stays in memory

std::string_view chunk_of(const TextFile* file) {
  return file->chunk.length ? std::string_view(file->chunk.data, static_cast<size_t>(file->chunk.length)) : std::string_view();
}

std::u32string characters_of(const Str* text) {
  std::u32string result(static_cast<size_t>(text->length), U'\0');
  visit_text(text, [&](const auto* data) { std::copy(data, data + text->length, result.begin()); });
  return result;
}

bool has_return(const Str* text) {
  return visit_text(text, [&](const auto* data) { return std::find(data, data + text->length, '\r') != data + text->length; });
}

bool ends_in_return(const Str* text) { return text->length > 0 && text->at(text->length - 1) == '\r'; }

// Decodes with line ends translated. A "\r" at the very end waits for what comes next.
Ref decode_lines(Vm& vm, TextFile* file, std::string_view octets, bool last, int64_t* consumed) {
  Ref text = file->codec.decode(vm, octets, last, consumed);
  if (!text || file->newline == kLineFeed || file->newline == kBoth || file->newline == kCarriageReturn) return text;
  if (!last && ends_in_return(text.as<Str>())) {
    const int64_t unit = file->codec.cut == Cut::Units2 ? 2 : file->codec.cut == Cut::Units4 ? 4 : 1;
    *consumed -= unit;
    text = str_slice(text.as<Str>(), 0, text.as<Str>()->length - 1);
  }
  if (!has_return(text.as<Str>())) {
    if (!(file->seen & kSawLineFeed) && text.as<Str>()->length && find_line_end(characters_of(text.as<Str>()).data(), text.as<Str>()->length, kLineFeed) >= 0)
      file->seen |= kSawLineFeed;
    return text;
  }
  const std::u32string translated = with_line_feeds(characters_of(text.as<Str>()), &file->seen);
  return file->newline == kUniversal ? make_str(translated.data(), static_cast<int64_t>(translated.size())) : text;
}

void set_decoded(TextFile* file, Ref text) {
  file->used = 0;
  decref(std::exchange(file->decoded, text.release()));
}

void forget_decoded(TextFile* file) {
  set_decoded(file, Ref());
  file->chunk.length = file->carried = 0;
}

int64_t left(const TextFile* file) { return file->decoded.is_null() ? 0 : file->decoded.as<Str>()->length - file->used; }

Ref take(TextFile* file, int64_t count) {
  if (count == 0) return empty_str();
  const auto* text = file->decoded.as<Str>();
  const int64_t start = file->used;
  file->used += count;
  return start == 0 && count == text->length ? Ref(text) : str_slice(text, start, start + count);
}

// The carried octets to the front, the new ones behind them.
void begin_chunk(TextFile* file, std::string_view octets) {
  const std::string carried(chunk_of(file).substr(static_cast<size_t>(file->chunk.length - file->carried)));
  file->chunk.length = 0;
  file->chunk.write(0, carried.data(), static_cast<int64_t>(carried.size()));
  file->chunk.write(file->chunk.length, octets.data(), static_cast<int64_t>(octets.size()));
}

// Decodes the next chunk. *at_end: there is none.
bool read_chunk(Vm& vm, TextFile* file, bool* at_end) {
  std::string octets;
  if (!buffer_read1(vm, file->buffer, kChunk, &octets)) return false;
  const bool last = octets.empty();
  begin_chunk(file, octets);
  file->chunk_at_start = file->codec.at_start;
  int64_t consumed;
  Ref text = decode_lines(vm, file, chunk_of(file), last, &consumed);
  if (!text) return false;
  file->carried = file->chunk.length - consumed;
  *at_end = last && text.as<Str>()->length == 0;
  set_decoded(file, text);
  return true;
}

bool check_reads(Vm& vm, TextFile* file) {
  const int readable = is_buffered(file->buffer) ? file->buffer.as<BufferedFile>()->can_read : answers(vm, file->buffer, "readable");
  if (readable == 0) raise_unsupported(vm, "not readable");
  return readable > 0;
}

bool check_writes(Vm& vm, TextFile* file) {
  const int writable = is_buffered(file->buffer) ? file->buffer.as<BufferedFile>()->can_write : answers(vm, file->buffer, "writable");
  if (writable == 0) raise_unsupported(vm, "not writable");
  return writable > 0;
}

// How many characters the chunk's first octets are.
bool count_characters(Vm& vm, TextFile* file, int64_t octets, bool last, int64_t* count) {
  TextCodec codec = file->codec;  // shares the references: nothing here may keep them
  const uint8_t seen = file->seen;
  Ref kept_codec(file->codec.codec);
  file->codec.at_start = file->chunk_at_start;
  int64_t consumed;
  Ref text = decode_lines(vm, file, chunk_of(file).substr(0, static_cast<size_t>(octets)), last, &consumed);
  file->codec.at_start = codec.at_start;
  file->seen = seen;
  *count = text ? text.as<Str>()->length : 0;
  return static_cast<bool>(text);
}

// The least number of the chunk's octets that give the characters used so far.
bool octets_used(Vm& vm, TextFile* file, int64_t* octets) {
  int64_t low = 0, high = file->chunk.length - file->carried, count;
  while (low < high) {
    const int64_t middle = (low + high) / 2;
    if (!count_characters(vm, file, middle, false, &count)) return false;
    if (count >= file->used) high = middle;
    else low = middle + 1;
  }
  if (low > 0 && low < file->chunk.length) {  // a lone "\r" is known by the character behind it, which is not used
    if (!count_characters(vm, file, low, false, &count)) return false;
    if (count > file->used) --low;
  }
  *octets = low;
  return true;
}

}  // namespace

bool flush_pending(Vm& vm, TextFile* file) {
  if (file->pending.length == 0) return true;
  const std::string octets(file->pending.data, static_cast<size_t>(file->pending.length));
  file->pending.length = 0;
  return buffer_write(vm, file->buffer, octets);
}

bool write_text(Vm& vm, TextFile* file, Value given) {
  if (!check_writes(vm, file)) return false;
  const auto* text = given.as<Str>();
  Ref written(text);
  vm.charge(kWriteNs + text->length / 4);
  const bool has_line_end = (file->line_buffering || file->newline >= kCarriageReturn) && find_line_end(characters_of(text).data(), text->length, kLineFeed) >= 0;
  if (has_line_end && file->newline >= kCarriageReturn) {
    const std::u32string translated = with_line_ends(characters_of(text), file->newline == kBoth ? U"\r\n" : U"\r");
    written = make_str(translated.data(), static_cast<int64_t>(translated.size()));
  }
  Ref octets = file->codec.encode(vm, written);
  if (!octets) return false;
  const std::string_view added = bytes_view(octets);
  if (file->pending.length + static_cast<int64_t>(added.size()) > kChunk && !flush_pending(vm, file)) return false;
  file->pending.write(file->pending.length, added.data(), static_cast<int64_t>(added.size()));
  forget_decoded(file);
  const bool flushes = has_line_end && file->line_buffering;
  if ((file->pending.length >= kChunk || file->write_through || flushes) && !flush_pending(vm, file)) return false;
  return !flushes || call_method(vm, file->buffer, names.flush);
}

Ref read_text(Vm& vm, TextFile* file, int64_t size) {
  if (!check_reads(vm, file) || !flush_pending(vm, file)) return {};
  vm.charge(kReadNs);
  if (size < 0) {
    Ref text = take(file, left(file));
    std::string octets;
    if (!buffer_read_all(vm, file->buffer, &octets)) return {};
    begin_chunk(file, octets);
    int64_t consumed;
    Ref rest = decode_lines(vm, file, chunk_of(file), true, &consumed);
    forget_decoded(file);
    return rest ? text.as<Str>()->length ? str_concatenate(vm, text, rest) : rest : Ref();
  }
  Ref text = take(file, std::min(size, left(file)));
  for (bool at_end = false; text.as<Str>()->length < size;) {
    if (!read_chunk(vm, file, &at_end)) return {};
    if (at_end) break;
    text = str_concatenate(vm, text, take(file, std::min(size - text.as<Str>()->length, left(file))));
    if (!text) return {};
  }
  return text;
}

Ref read_text_line(Vm& vm, TextFile* file, int64_t size) {
  if (!check_reads(vm, file) || !flush_pending(vm, file)) return {};
  Ref line = empty_str();
  for (bool at_end = false;;) {
    const int64_t so_far = line.as<Str>()->length;
    const int64_t room = size < 0 ? left(file) : std::min(left(file), size - so_far);
    int64_t end = -1;
    if (room > 0)
      end = visit_text(file->decoded.as<Str>(), [&](const auto* data) { return find_line_end(data + file->used, room, file->newline); });
    Ref part = take(file, end < 0 ? room : end);
    line = so_far ? str_concatenate(vm, line, part) : part;
    if (!line) return {};
    const bool full = size >= 0 && line.as<Str>()->length >= size;
    if (end >= 0 || full) break;
    if (!read_chunk(vm, file, &at_end)) return {};
    if (at_end) break;
    // With newline="\r\n" a line end may lie across two chunks.
    if (file->newline == kBoth && left(file) > 0 && ends_in_return(line.as<Str>()) && file->decoded.as<Str>()->at(file->used) == '\n') {
      line = str_concatenate(vm, line, take(file, 1));
      break;
    }
  }
  vm.charge(kReadNs + line.as<Str>()->length / 4);
  return line;
}

bool find_text_position(Vm& vm, TextFile* file, int64_t* position) {
  if (!file->telling) return fail(vm, exceptions::OSError, "telling position disabled by next() call");
  if (!flush_pending(vm, file) || !call_method(vm, Value::of(file), names.flush)) return false;
  Ref told = call_method(vm, file->buffer, intern("tell"));
  if (!told || !as_int64(vm, told, position)) return false;
  if (file->decoded.is_null()) return true;
  int64_t octets = file->chunk.length - file->carried;
  if (left(file) > 0 && !octets_used(vm, file, &octets)) return false;
  *position += octets - file->chunk.length;
  return true;
}

bool seek_text(Vm& vm, TextFile* file, int64_t offset, int64_t whence, int64_t* position) {
  if (whence == SEEK_CUR) {
    if (offset != 0) return raise_unsupported(vm, "can't do nonzero cur-relative seeks"), false;
    if (!find_text_position(vm, file, &offset)) return false;
    whence = SEEK_SET;
  }
  if (whence == SEEK_END && offset != 0) return raise_unsupported(vm, "can't do nonzero end-relative seeks"), false;
  if (whence < 0 || whence > 2) return fail(vm, exceptions::ValueError, "invalid whence ({}, should be 0, 1 or 2)", whence);
  if (whence == SEEK_SET && offset < 0) return fail(vm, exceptions::ValueError, "negative seek position {}", offset);
  if (!call_method(vm, Value::of(file), names.flush)) return false;
  forget_decoded(file);
  Ref result = call_method(vm, file->buffer, intern("seek"), {make_int(offset), make_int(whence)});
  if (!result || !as_int64(vm, result, position)) return false;
  if (*position == 0) file->codec.at_start = true;
  file->telling = true;
  return true;
}

}  // namespace gilsim::python::io
