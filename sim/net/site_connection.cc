#include "sim/net/site_connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ctime>

#include "sim/net/stream_socket.h"

namespace gilsim::sim {
namespace {

constexpr std::int64_t kFirstDate = 1'704'067'200;  // 2024-01-01, where runs begin

std::string_view phrase_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 418: return "I'm a Teapot";
    case 429: return "Too Many Requests";
    case 500: return "Internal Server Error";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    default: return "Unknown";
  }
}

std::string date_of(Nanoseconds now) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t moment = static_cast<std::time_t>(kFirstDate + now / second);
  std::tm parts{};
  gmtime_r(&moment, &parts);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", kDays[parts.tm_wday], parts.tm_mday, kMonths[parts.tm_mon],
                     parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

// The value of a header field, by its name in small letters; empty: it is not there.
std::string_view field_of(std::string_view head, std::string_view name) {
  for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
    std::string_view line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
    const std::size_t colon = line.find(':');
    auto same = [](char a, char b) { return std::tolower(a) == b; };
    if (colon == std::string_view::npos || !std::ranges::equal(line.substr(0, colon), name, same)) continue;
    line.remove_prefix(colon + 1);
    while (line.starts_with(' ')) line.remove_prefix(1);
    return line;
  }
  return {};
}

// A body of which only the size is stated: lines of 64 octets.
void append_filler(std::string& text, std::int64_t from, std::int64_t count) {
  static constexpr std::string_view kLine = "The quick brown fox jumps over the lazy dog, again and again...\n";
  for (std::int64_t at = from; at < from + count;) {
    const auto in_line = static_cast<std::size_t>(at) % kLine.size();
    const auto piece = kLine.substr(in_line, static_cast<std::size_t>(from + count - at));
    text += piece;
    at += static_cast<std::int64_t>(piece.size());
  }
}

}  // namespace

SiteConnection::SiteConnection(Site& site, Computer& computer, std::shared_ptr<Channel> to_socket, std::shared_ptr<Channel> to_site)
    : site_(site),
      computer_(computer),
      to_socket_(std::move(to_socket)),
      to_site_(std::move(to_site)),
      event_(EventPriority::Timer, [](Computer&, void* subject) { static_cast<SiteConnection*>(subject)->go_on(); }, this) {}

SiteConnection::~SiteConnection() {
  if (!computer_.ending()) computer_.cancel(event_);
}

// The socket owns its site's end: what is still under way when it is closed is lost.
void SiteConnection::open(StreamSocket& socket, Site& site, Computer& computer, std::shared_ptr<Channel> to_socket,
                          std::shared_ptr<Channel> to_site) {
  auto connection = make_in_shared_memory<SiteConnection>(site, computer, to_socket, to_site);
  to_socket->writer = to_site->reader = connection.get();
  socket.take_connection(std::move(to_socket), std::move(to_site), connection);
}

// --- requests --------------------------------------------------------------------------------------------------------

void SiteConnection::incoming_changed() {
  std::string octets;
  to_site_->take(to_site_->size(), false, &octets);
  request_ += octets;
  while (reading_ && read_request()) continue;
}

// Takes one whole request off what has come.
bool SiteConnection::read_request() {
  const std::size_t end = request_.find("\r\n\r\n");
  if (end == SharedString::npos) return false;
  const std::string head(request_.substr(0, end));
  const std::string_view length = field_of(head, "content-length");
  std::size_t body = 0;
  std::from_chars(length.data(), length.data() + length.size(), body);
  std::size_t whole = end + 4 + body;
  if (field_of(head, "transfer-encoding") == "chunked") {
    const std::size_t last = request_.find("0\r\n\r\n", end + 4);
    if (last == SharedString::npos) return false;
    whole = last + 5;
  }
  if (request_.size() < whole) return false;
  request_.erase(0, whole);
  const std::size_t first = head.find(' '), second = head.find(' ', first + 1);
  const std::string_view line = std::string_view(head).substr(0, head.find("\r\n"));
  if (first == std::string::npos || second == std::string::npos) return reading_ = false;
  const std::string_view version = line.substr(std::min(second + 1, line.size()));
  const std::string connection(field_of(head, "connection"));
  const bool keeps = version == "HTTP/1.1" && connection != "close";
  const Nanoseconds asked_at = site_.transfer(computer_.now(), static_cast<std::int64_t>(whole));
  answer(line.substr(0, first), line.substr(first + 1, second - first - 1), keeps, asked_at);
  return reading_;
}

void SiteConnection::answer(std::string_view method, std::string_view target, bool keeps, Nanoseconds asked_at) {
  if (site_.plan.failure == SiteFailure::Silent) return;
  if (target.starts_with("http")) target = target.substr(std::min(target.find('/', 8), target.size()));
  const PagePlan* page = site_.find_page(target.substr(0, target.find('?')));
  static const PagePlan missing{.path = "", .status = 404, .type = "text/plain", .body = "not found\n"};
  if (!page) page = &missing;
  const std::int64_t octets = page->body ? static_cast<std::int64_t>(page->body->size()) : page->size;
  std::string head = fmt::format("HTTP/1.1 {} {}\r\nServer: gilsim\r\nDate: {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n", page->status,
                                 phrase_of(page->status), date_of(computer_.now()), page->type, octets);
  if (!page->redirect.empty()) head += "Location: " + page->redirect + "\r\n";
  if (!keeps) head += "Connection: close\r\n";
  head += "\r\n";
  const Nanoseconds ready_at = saturating_add(asked_at, site_.plan.latency + page->wait);
  answers_.push_back({SharedString(head), page, method == "HEAD" ? 0 : octets, ready_at, !keeps});
  reading_ = keeps;
  if (answers_.size() == 1) send_next();
}

// --- answers ---------------------------------------------------------------------------------------------------------

std::int64_t SiteConnection::left() const {
  const Answer& first = answers_.front();
  std::int64_t whole = static_cast<std::int64_t>(first.head.size()) + first.octets;
  if (site_.plan.failure == SiteFailure::Broken) whole -= first.octets / 2;
  return whole - position_;
}

// Puts the next octets on the line, when they are ready, somebody takes them and none are under way.
void SiteConnection::send_next() {
  if (answers_.empty() || event_.pending() || !to_socket_->has_room() || computer_.ending()) return;
  const Nanoseconds now = computer_.now(), ready_at = answers_.front().ready_at;
  if (now < ready_at) return computer_.schedule(event_, ready_at);
  if (site_.plan.failure == SiteFailure::Reset) {
    auto* socket = dynamic_cast<StreamSocket*>(to_socket_->reader);
    answers_.clear();
    if (socket) socket->reset();
    return;
  }
  const std::int64_t most = std::clamp<std::int64_t>(site_.plan.bytes_per_second / 1000, 1460, 65'536);
  sending_ = std::min(left(), most);
  computer_.schedule(event_, site_.transfer(now, sending_));
}

void SiteConnection::go_on() {
  const std::int64_t count = std::exchange(sending_, 0);
  if (count > 0) {
    const Answer& first = answers_.front();
    const auto head = static_cast<std::int64_t>(first.head.size());
    std::string piece(first.head.substr(static_cast<std::size_t>(std::min(position_, head)), static_cast<std::size_t>(count)));
    const std::int64_t from = position_ + static_cast<std::int64_t>(piece.size()) - head;
    const std::int64_t rest = count - static_cast<std::int64_t>(piece.size());
    if (rest > 0 && first.page->body) piece += first.page->body->substr(static_cast<std::size_t>(from), static_cast<std::size_t>(rest));
    else if (rest > 0) append_filler(piece, from, rest);
    position_ += count;
    to_socket_->put_whole(piece);
    if (left() == 0) finish();
    if (to_socket_->reader) to_socket_->reader->incoming_changed();
  }
  send_next();
}

void SiteConnection::finish() {
  const bool closes = answers_.front().closes || site_.plan.failure == SiteFailure::Broken;
  answers_.pop_front();
  position_ = 0;
  if (!closes) return;
  to_socket_->ended = true;
  reading_ = false;
  answers_.clear();
}

void SiteConnection::outgoing_changed() { send_next(); }

}  // namespace gilsim::sim
