// The files that traces are saved to, plain or compressed.
#include <zlib.h>

#include <cerrno>
#include <fstream>
#include <utility>

#include "reports/chrome_trace.h"

namespace gilsim::reports {
namespace {

class PlainFile : public TraceOutput {
 public:
  explicit PlainFile(const std::string& path) : file_(path, std::ios::binary) {}
  bool write(std::string_view text) override {
    return static_cast<bool>(file_.write(text.data(), static_cast<std::streamsize>(text.size())));
  }
  bool close() {
    file_.close();
    return file_.good();
  }

 private:
  std::ofstream file_;
};

class CompressedFile : public TraceOutput {
 public:
  explicit CompressedFile(const std::string& path) : file_(gzopen(path.c_str(), "wb")) {}
  ~CompressedFile() override { close(); }
  CompressedFile(const CompressedFile&) = delete;
  CompressedFile& operator=(const CompressedFile&) = delete;
  bool write(std::string_view text) override {
    return file_ &&
           gzwrite(file_, text.data(), static_cast<unsigned>(text.size())) == static_cast<int>(text.size());
  }
  bool close() {
    gzFile file = std::exchange(file_, nullptr);
    return file && gzclose(file) == Z_OK;
  }

 private:
  gzFile file_;
};

template <typename File>
int save(const sim::Record& record, const std::string& path) {
  errno = 0;
  File file(path);
  bool good = write_chrome_trace(record, file);
  good = file.close() && good;
  if (good) return 0;
  return errno ? errno : EIO;
}

}  // namespace

int save_chrome_trace(const sim::Record& record, const std::string& path) {
  return path.ends_with(".gz") ? save<CompressedFile>(record, path) : save<PlainFile>(record, path);
}

}  // namespace gilsim::reports
