// A site's end of a connection: a server that reads requests of HTTP/1.1 and answers them by the site's plan, after its
// latency and thinking time, as fast as the site's line and the reader take it.
#pragma once

#include <memory>
#include <string_view>

#include "sim/net/channel.h"
#include "sim/net/site.h"

namespace gilsim::sim {

class StreamSocket;

class SiteConnection final : public Party {
 public:
  // Connects the socket with the site; what it sends is read at once, its answers come when they come.
  static void open(StreamSocket& socket, Site& site, Computer& computer, std::shared_ptr<Channel> to_socket,
                   std::shared_ptr<Channel> to_site);
  SiteConnection(Site& site, Computer& computer, std::shared_ptr<Channel> to_socket, std::shared_ptr<Channel> to_site);
  ~SiteConnection() override;

  void incoming_changed() override;
  void outgoing_changed() override;

 private:
  // What is still to be sent: a head and so many octets of a page.
  struct Answer {
    SharedString head;
    const PagePlan* page;   // null: the body is in the head
    std::int64_t octets;    // of the body
    Nanoseconds ready_at;   // when the first octet could arrive
    bool closes;
  };
  bool read_request();
  void answer(std::string_view method, std::string_view target, bool keeps, Nanoseconds asked_at);
  void go_on();
  void send_next();
  void finish();
  std::int64_t left() const;

  Site& site_;
  Computer& computer_;
  std::shared_ptr<Channel> to_socket_, to_site_;
  SharedString request_;
  SharedDeque<Answer> answers_;
  std::int64_t position_ = 0;  // in the first answer
  std::int64_t sending_ = 0;   // octets that are under way
  bool reading_ = true;
  Event event_;                // they arrive, or the first answer is ready
};

}  // namespace gilsim::sim
