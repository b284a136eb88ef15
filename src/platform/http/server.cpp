#include "platform/http/server.h"

#include <atomic>
#include <sys/socket.h>
#include <system_error>
#include <thread>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <unistd.h>

#include "platform/http/session.h"
#include "platform/telemetry/log.h"

namespace xb::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using asio::local::stream_protocol;

namespace {

constexpr std::chrono::milliseconds pause_without_descriptors{100};

tcp::endpoint endpoint_of(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  std::string host = address.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  return {asio::ip::make_address(host),
          static_cast<unsigned short>(std::stoi(address.substr(colon + 1)))};
}

// Root and our own user may administer.
bool is_trusted_peer(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
         (peer.uid == 0 || peer.uid == geteuid());
}

std::vector<std::string> allowed_hosts(const Listen& listen, unsigned short port) {
  std::vector<std::string> hosts = listen.hosts;
  const std::string host = listen.address.substr(0, listen.address.rfind(':'));
  for (const std::string& name : {host, std::string{"localhost"}, std::string{"127.0.0.1"}})
    hosts.push_back(name + ":" + std::to_string(port));
  return hosts;
}

}  // namespace

struct Server::State {
  State(Listen asked, Api& the_api, telemetry::Metrics& the_metrics)
      : listen(std::move(asked)), api(the_api), metrics(the_metrics) {
    for (std::size_t i = 0; i < std::max<std::size_t>(listen.threads, 1); ++i)
      contexts.push_back(std::make_unique<asio::io_context>(1));
    acceptor.emplace(*contexts[0], endpoint_of(listen.address), true);
    acceptor->listen(1024);
    limits.hosts = allowed_hosts(listen, acceptor->local_endpoint().port());
    limits.proxies = listen.proxies;
    if (!listen.certificate.empty()) {
      tls.emplace(asio::ssl::context::tls_server);
      tls->set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
      tls->use_certificate_chain_file(listen.certificate);
      tls->use_private_key_file(listen.key, asio::ssl::context::pem);
    }
    if (!listen.admin_socket.empty()) {
      std::filesystem::remove(listen.admin_socket);
      admin_acceptor.emplace(*contexts[0], stream_protocol::endpoint(listen.admin_socket), true);
      std::filesystem::permissions(listen.admin_socket, std::filesystem::perms::owner_read |
                                                            std::filesystem::perms::owner_write);
    }
  }

  asio::io_context& next_context() { return *contexts[next++ % contexts.size()]; }

  asio::awaitable<void> accept_tcp();
  asio::awaitable<void> accept_admin();
  asio::awaitable<void> serve(tcp::socket socket, std::string remote);
  asio::awaitable<void> serve_admin(stream_protocol::socket socket);
  // Waits a moment after an error, because a full descriptor table would spin.
  asio::awaitable<void> pause(const boost::system::error_code& error);

  Listen listen;
  Api& api;
  telemetry::Metrics& metrics;
  SessionLimits limits;
  SessionLimits admin_limits;
  std::vector<std::unique_ptr<asio::io_context>> contexts;
  std::vector<asio::executor_work_guard<asio::io_context::executor_type>> guards;
  std::optional<tcp::acceptor> acceptor;
  std::optional<stream_protocol::acceptor> admin_acceptor;
  std::optional<asio::ssl::context> tls;
  std::vector<std::thread> threads;
  std::size_t next = 0;
  Traffic traffic;
};

asio::awaitable<void> Server::State::pause(const boost::system::error_code& error) {
  telemetry::log(telemetry::Severity::warning, "http.accept_failed",
                 {{"error", std::int64_t{error.value()}}});
  asio::steady_timer timer(co_await asio::this_coro::executor, pause_without_descriptors);
  co_await timer.async_wait(asio::use_awaitable);
}

// g++ 12 miscompiles `co_await` in a conditional expression and temporaries made from braces beside
// it, so both have names here and in session.cpp.
asio::awaitable<void> Server::State::serve(tcp::socket socket, std::string remote) {
  std::unique_ptr<Stream> stream;
  if (tls)
    stream = co_await tls_stream_over(std::move(socket), *tls, limits.head_within);
  else
    stream = stream_over(std::move(socket));
  Peer peer{std::move(remote), false};
  if (stream) co_await serve_session(std::move(stream), api, limits, std::move(peer), traffic);
}

asio::awaitable<void> Server::State::serve_admin(stream_protocol::socket socket) {
  std::unique_ptr<Stream> stream = stream_over(std::move(socket));
  Peer peer{"local", true};
  co_await serve_session(std::move(stream), api, admin_limits, std::move(peer), traffic);
}

asio::awaitable<void> Server::State::accept_tcp() {
  while (!traffic.stopping) {
    boost::system::error_code error;
    auto socket = co_await acceptor->async_accept(next_context(),
                                                  asio::redirect_error(asio::use_awaitable, error));
    if (traffic.stopping || error == asio::error::operation_aborted) co_return;
    if (error) {
      co_await pause(error);
      continue;
    }
    if (traffic.connections >= static_cast<std::int64_t>(listen.connections_max)) {
      metrics.refused_connection("too_many");
      continue;
    }
    socket.set_option(tcp::no_delay(true), error);
    const auto peer = socket.remote_endpoint(error);
    if (error) continue;
    const auto executor = socket.get_executor();
    asio::co_spawn(executor, serve(std::move(socket), peer.address().to_string()), asio::detached);
  }
}

asio::awaitable<void> Server::State::accept_admin() {
  while (!traffic.stopping) {
    boost::system::error_code error;
    auto socket = co_await admin_acceptor->async_accept(
        *contexts[0], asio::redirect_error(asio::use_awaitable, error));
    if (traffic.stopping || error == asio::error::operation_aborted) co_return;
    if (error) {
      co_await pause(error);
      continue;
    }
    if (!is_trusted_peer(socket.native_handle())) continue;
    asio::co_spawn(*contexts[0], serve_admin(std::move(socket)), asio::detached);
  }
}

Server::Server(Listen listen, Api& api, telemetry::Metrics& metrics) try
    : state_(std::make_unique<State>(std::move(listen), api, metrics)) {
  metrics.gauge("xiaobao_http_connections", "Open connections",
                [this] { return static_cast<double>(state_->traffic.connections.load()); });
} catch (const boost::system::system_error& error) {
  throw std::system_error(error.code());
}

Server::~Server() { stop(std::chrono::seconds{0}); }

unsigned short Server::port() const { return state_->acceptor->local_endpoint().port(); }

void Server::start() {
  asio::co_spawn(*state_->contexts[0], state_->accept_tcp(), asio::detached);
  if (state_->admin_acceptor)
    asio::co_spawn(*state_->contexts[0], state_->accept_admin(), asio::detached);
  for (auto& context : state_->contexts) {
    state_->guards.push_back(asio::make_work_guard(*context));
    state_->threads.emplace_back([&context] { context->run(); });
  }
}

void Server::stop(std::chrono::seconds grace) {
  if (state_->threads.empty()) return;
  state_->traffic.stopping = true;
  asio::post(*state_->contexts[0], [this] {
    boost::system::error_code ignored;
    state_->acceptor->close(ignored);
    if (state_->admin_acceptor) state_->admin_acceptor->close(ignored);
  });
  const auto until = std::chrono::steady_clock::now() + grace;
  state_->traffic.wait_for_requests(until);
  for (auto& context : state_->contexts) context->stop();
  for (std::thread& thread : state_->threads) thread.join();
  state_->threads.clear();
  std::error_code ignored;
  if (!state_->listen.admin_socket.empty())
    std::filesystem::remove(state_->listen.admin_socket, ignored);
}

}  // namespace xb::http
