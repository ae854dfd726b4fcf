#include "lessons/site_reader.h"

#include <algorithm>

#include "lessons/amounts.h"

namespace gilsim::lessons {
namespace {

struct FailureName {
  const char* name;
  sim::SiteFailure failure;
};

constexpr FailureName failure_names[] = {
#define SITE_FAILURE(identifier, name, meaning) {name, sim::SiteFailure::identifier},
#include "sim/net/site_failures.def"
#undef SITE_FAILURE
};

class SiteReader {
 public:
  void read(const TomlTable& table) {
    table.allow({"name", "latency", "bandwidth", "fails", "path", "status", "type", "body", "size", "wait", "redirect"});
    sim::SitePlan& site = site_of(table);
    if (auto latency = table.optional_text("latency")) read_time(table, "latency", *latency, site.latency);
    if (auto bandwidth = table.optional_text("bandwidth")) {
      auto octets = parse_bandwidth(*bandwidth);
      if (octets) site.bytes_per_second = *octets;
      else table.note(table.place_of("bandwidth"), Message::site_bandwidth, *bandwidth);
    }
    if (auto fails = table.optional_text("fails")) read_failure(table, *fails, site);
    read_page(table, site);
  }

  std::vector<sim::SitePlan> sites;

 private:
  // Several tables may speak of one site, each of one of its pages.
  sim::SitePlan& site_of(const TomlTable& table) {
    const std::string name = table.text("name");
    if (name.find_first_of("/: ") != std::string::npos) table.note(table.place_of("name"), Message::site_name, name);
    auto known = std::find_if(sites.begin(), sites.end(), [&](const sim::SitePlan& site) { return site.name == name; });
    if (known != sites.end()) return *known;
    sites.emplace_back().name = name;
    return sites.back();
  }

  static void read_time(const TomlTable& table, const char* key, const std::string& text, sim::Nanoseconds& time) {
    auto read = sim::parse_duration(text);
    if (read) time = *read;
    else table.note(table.place_of(key), Message::bad_setting, key, text, say(table.language(), Message::setting_is_time));
  }

  static void read_failure(const TomlTable& table, const std::string& name, sim::SitePlan& site) {
    std::vector<std::string> known;
    for (const FailureName& failure : failure_names) {
      if (failure.name == name && !name.empty()) return void(site.failure = failure.failure);
      if (*failure.name) known.emplace_back(failure.name);
    }
    table.note(table.place_of("fails"), Message::unknown_choice, "fails", name, list(known));
  }

  static void read_page(const TomlTable& table, sim::SitePlan& site) {
    sim::PagePlan page;
    page.path = table.optional_text("path").value_or("");
    if (table.has("path") && !page.path.starts_with('/')) table.note(table.place_of("path"), Message::site_path, page.path);
    auto status = table.number("status");
    if (status) page.status = static_cast<int>(*status);
    if (status && (*status < 200 || *status > 599)) table.note(table.place_of("status"), Message::site_status);
    if (auto type = table.optional_text("type")) page.type = *type;
    page.body = table.optional_text("body");
    if (auto size = table.scalar("size")) {
      auto octets = parse_size(*size);
      if (octets) page.size = *octets;
      else table.note(table.place_of("size"), Message::site_size, *size);
    }
    if (page.body && table.has("size")) table.note(table.place_of("size"), Message::site_body);
    if (auto wait = table.optional_text("wait")) read_time(table, "wait", *wait, page.wait);
    page.redirect = table.optional_text("redirect").value_or("");
    if (!page.redirect.empty() && !table.has("status")) page.status = 302;
    site.pages.push_back(std::move(page));
  }
};

}  // namespace

std::vector<sim::SitePlan> read_sites(const TomlTable& top) {
  SiteReader reader;
  for (const TomlTable& table : top.tables("sites")) reader.read(table);
  return std::move(reader.sites);
}

std::vector<sim::SitePlan> find_sites(std::string_view source, Language language, std::vector<Problem>& problems) {
  std::vector<Problem> others;  // of the block, whose other parts are not looked at here
  auto block = find_script_block(source, language, others);
  if (!block) return {};
  Notes unheard{*block, language, others};
  auto toml = parse_toml(*block, unheard);
  const toml::table* table = toml ? toml->at_path("tool.gilsim").as_table() : nullptr;
  if (!table) return {};
  return read_sites(TomlTable(*table, "", {*block, language, problems}));
}

}  // namespace gilsim::lessons
