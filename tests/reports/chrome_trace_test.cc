#include "reports/chrome_trace.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "reports/json_text.h"
#include "tests/reports/record_maker.h"

namespace gilsim::reports {
namespace {

using nlohmann::json;
using sim::ThreadState;

class FullDisk : public TraceOutput {
 public:
  bool write(std::string_view) override { return false; }
};

json trace_of(const sim::Record& record) { return json::parse(saved(record)); }

std::int64_t nanoseconds(const json& value) {
  return std::llround(value.get<double>() * 1000);
}

TEST_CASE("a trace has tracks for threads, the GIL and cores, and the settings") {
  RecordMaker maker;
  sim::PlaceId place = maker.record.place(maker.record.label("a.py"), 3);
  maker.thread(101, "工人 \"1\"").state(101, ThreadState::Running, 1).take_gil(101);
  maker.at(1500)
      .drop_gil(101, sim::GilDropCause::Voluntary)
      .state(101, ThreadState::Sleeping, sim::no_core, "", place);
  maker.at(2000).state(101, ThreadState::Done).end();
  json trace = trace_of(maker.record);
  CHECK(trace["metadata"]["gilsim"]["python"] == "3.11");
  std::map<std::string, json> slices;
  std::vector<std::string> names;
  for (const json& event : trace["traceEvents"]) {
    if (event["ph"] == "X") slices[event["name"]] = event;
    if (event["ph"] == "M") names.push_back(event["args"]["name"]);
  }
  CHECK(names == std::vector<std::string>{"cores", "python", "工人 \"1\"", "GIL", "core 1"});
  CHECK(slices["RUNNING"]["dur"] == 1.5);
  CHECK(slices["RUNNING"]["tid"] == 101);
  CHECK(slices["BLOCKED(sleep)"]["args"]["place"] == "a.py:3");
  CHECK(slices["工人 \"1\""]["ts"] == 0.0);
}

TEST_CASE("slices of one track never overlap") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    RecordMaker maker;
    make_random(maker, seed, 10, 3, 1000);
    std::map<std::pair<int, int>, std::vector<std::pair<std::int64_t, std::int64_t>>> tracks;
    json trace = trace_of(maker.record);
    for (const json& event : trace["traceEvents"]) {
      if (event["ph"] != "X") continue;
      std::int64_t from = nanoseconds(event["ts"]);
      tracks[{event["pid"], event["tid"]}].emplace_back(from, from + nanoseconds(event["dur"]));
    }
    for (auto& [track, slices] : tracks) {
      std::sort(slices.begin(), slices.end());
      for (std::size_t i = 1; i < slices.size(); ++i) CHECK(slices[i - 1].second <= slices[i].first);
    }
  }
}

TEST_CASE("an empty record is a valid trace") {
  sim::Record record;
  CHECK(trace_of(record)["traceEvents"].size() == 1);
}

TEST_CASE("a name ending in .gz is compressed; both hold the same") {
  RecordMaker maker;
  make_random(maker, 5, 5, 2, 500);
  const std::string text = saved(maker.record);
  for (std::string ending : {".json", ".json.gz"}) {
    std::string path = "trace-test-" + std::to_string(getpid()) + ending;
    CHECK(save_chrome_trace(maker.record, path) == 0);
    gzFile file = gzopen(path.c_str(), "rb");  // reads plain files too
    std::string read(text.size() + 1, '\0');
    read.resize(static_cast<std::size_t>(gzread(file, read.data(), static_cast<unsigned>(read.size()))));
    CHECK(gzdirect(file) == (ending == ".json"));
    gzclose(file);
    std::remove(path.c_str());
    CHECK(read == text);
  }
}

TEST_CASE("a trace that cannot be written says so") {
  RecordMaker maker;
  maker.at(5).end();
  FullDisk disk;
  CHECK_FALSE(write_chrome_trace(maker.record, disk));
  CHECK(save_chrome_trace(maker.record, "no/such/folder/t.json") == ENOENT);
  CHECK(save_chrome_trace(maker.record, "no/such/folder/t.gz") == ENOENT);
}

TEST_CASE("JSON strings are escaped and always UTF-8") {
  CHECK(json_string("a\"b\\\n\x01") == "\"a\\\"b\\\\\\u000a\\u0001\"");
  CHECK(json_string("中\xff") == "\"中\uFFFD\"");
}

}  // namespace
}  // namespace gilsim::reports
