// A computer with a network, for tests of sockets: threads are bodies that call them.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "sim/files/file_table.h"
#include "sim/net/network.h"
#include "sim/net/stream_socket.h"

namespace gilsim::sim {

struct NetworkFixture {
  explicit NetworkFixture(std::vector<SitePlan> plans = {})
      : sites(std::move(plans)),
        computer({machine_profiles().front(), nullptr}, record),
        process(computer.create_process(no_label)),
        network(computer, sites) {}

  void thread(Thread::Body body) { computer.create_thread({&process}, std::move(body)); }
  RunResult run() { return computer.run(); }
  std::shared_ptr<Socket> socket(int type) {
    int error = 0;
    auto made = network.make_socket(2, type, 0, &error);
    REQUIRE(error == 0);
    return made;
  }
  // Made before the run: the constructors take no time.
  std::shared_ptr<StreamSocket> stream() { return make_in_shared_memory<StreamSocket>(network, AddressFamily::Internet, 0); }
  Address address(std::uint16_t port, std::uint32_t ip = loopback_ip) {
    Address made;
    made.ip = ip;
    made.port = port;
    return made;
  }

  Record record;
  const std::vector<SitePlan> sites;
  Computer computer;
  Process& process;
  Network network;
};

}  // namespace gilsim::sim
