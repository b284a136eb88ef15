#include "platform/http/server.h"

#include <charconv>
#include <sys/socket.h>
#include <sys/un.h>
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

#include "platform/http/descriptors.h"
#include "platform/http/session.h"
#include "platform/telemetry/log.h"

namespace xb::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using asio::local::stream_protocol;

namespace {

constexpr std::chrono::milliseconds pause_without_descriptors{100};

// `127.0.0.1:8080` or `[::1]:8080`; an address of six has its brackets, or its port is a guess.
Result<tcp::endpoint> endpoint_of(const std::string& address) {
  const auto wrong = refuse(Reason::invalid, "serve.address", address);
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos) return wrong;
  std::string host = address.substr(0, colon);
  const bool is_bracketed = host.starts_with('[') && host.ends_with(']');
  if (is_bracketed) host = host.substr(1, host.size() - 2);
  boost::system::error_code error;
  const auto ip = asio::ip::make_address(host, error);
  if (error || ip.is_v6() != is_bracketed) return wrong;
  unsigned short port = 0;
  const char* const last = address.data() + address.size();
  const auto read = std::from_chars(address.data() + colon + 1, last, port);
  if (read.ec != std::errc{} || read.ptr != last) return wrong;
  return tcp::endpoint{ip, port};
}

// Runs each step until one fails.
template <class... Step>
bool succeeds(Step... step) {
  boost::system::error_code error;
  return ((step(error), !error) && ...);
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
    limits.proxies = listen.proxies;
    limits.piece_within = listen.piece_within;
  }

  Result<void> open();
  Result<void> open_tcp();
  Result<void> load_certificate();
  Result<void> open_admin();
  void fit_descriptors();

  asio::io_context& next_context() { return *contexts[next++ % contexts.size()]; }

  asio::awaitable<void> accept_tcp();
  asio::awaitable<void> accept_admin();
  asio::awaitable<void> serve(tcp::socket socket, std::string remote, Counted counted);
  asio::awaitable<void> serve_admin(stream_protocol::socket socket, Counted counted);
  // Waits a moment after an error, because a full descriptor table would spin.
  asio::awaitable<void> pause(const boost::system::error_code& error);

  Listen listen;
  Api& api;
  telemetry::Metrics& metrics;
  SessionLimits limits;
  SessionLimits admin_limits;
  // Before the contexts: sessions that wait there when these end still use them.
  Traffic traffic;
  std::optional<asio::ssl::context> tls;
  std::vector<std::unique_ptr<asio::io_context>> contexts;
  std::vector<asio::executor_work_guard<asio::io_context::executor_type>> guards;
  std::optional<tcp::acceptor> acceptor;
  std::optional<stream_protocol::acceptor> admin_acceptor;
  std::vector<std::thread> threads;
  std::size_t next = 0;
};

Result<void> Server::State::open() {
  fit_descriptors();
  if (!listen.certificate.empty()) TRY(load_certificate());
  TRY(open_tcp());
  if (!listen.admin_socket.empty()) TRY(open_admin());
  return {};
}

void Server::State::fit_descriptors() {
  const std::size_t wanted = listen.connections_max;
  const std::size_t limit = raise_descriptors_to(wanted + listen.descriptors_kept);
  listen.connections_max = connections_within(wanted, listen.descriptors_kept, limit);
  if (listen.connections_max < wanted)
    telemetry::log(telemetry::Severity::warning, "http.few_descriptors",
                   {{"connections", static_cast<std::int64_t>(listen.connections_max)}});
}

Result<void> Server::State::open_tcp() {
  const tcp::endpoint endpoint = TRY(endpoint_of(listen.address));
  acceptor.emplace(*contexts[0]);
  const bool listens = succeeds(
      [&](auto& error) { acceptor->open(endpoint.protocol(), error); },
      [&](auto& error) { acceptor->set_option(tcp::acceptor::reuse_address(true), error); },
      [&](auto& error) { acceptor->bind(endpoint, error); },
      [&](auto& error) { acceptor->listen(1024, error); });
  if (!listens) return refuse(Reason::conflict, "serve.address", listen.address);
  limits.hosts = allowed_hosts(listen, acceptor->local_endpoint().port());
  return {};
}

Result<void> Server::State::load_certificate() {
  tls.emplace(asio::ssl::context::tls_server);
  tls->set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
  if (!succeeds([&](auto& error) { tls->use_certificate_chain_file(listen.certificate, error); }))
    return refuse(Reason::invalid, "serve.tls", listen.certificate);
  if (!succeeds([&](auto& error) {
        tls->use_private_key_file(listen.key, asio::ssl::context::pem, error);
      }))
    return refuse(Reason::invalid, "serve.tls", listen.key);
  return {};
}

Result<void> Server::State::open_admin() {
  const auto taken = refuse(Reason::conflict, "serve.address", listen.admin_socket);
  if (listen.admin_socket.native().size() >= sizeof(sockaddr_un::sun_path)) return taken;
  const stream_protocol::endpoint endpoint(listen.admin_socket);
  const auto ours = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;
  std::error_code untouched;
  std::filesystem::remove(listen.admin_socket, untouched);
  admin_acceptor.emplace(*contexts[0]);
  const bool listens =
      succeeds([&](auto& error) { admin_acceptor->open(endpoint.protocol(), error); },
               [&](auto& error) { admin_acceptor->bind(endpoint, error); },
               [&](auto& error) { admin_acceptor->listen(16, error); });
  if (listens && !untouched) std::filesystem::permissions(listen.admin_socket, ours, untouched);
  if (!listens || untouched) return taken;
  return {};
}

asio::awaitable<void> Server::State::pause(const boost::system::error_code& error) {
  telemetry::log(telemetry::Severity::warning, "http.accept_failed",
                 {{"error", std::int64_t{error.value()}}});
  asio::steady_timer timer(co_await asio::this_coro::executor, pause_without_descriptors);
  co_await timer.async_wait(asio::use_awaitable);
}

// g++ 12 miscompiles `co_await` in a conditional expression and temporaries made from braces beside
// it, so both have names here and in session.cpp.
asio::awaitable<void> Server::State::serve(tcp::socket socket, std::string remote,
                                           [[maybe_unused]] Counted counted) {
  std::unique_ptr<Stream> stream;
  if (tls)
    stream = co_await tls_stream_over(std::move(socket), *tls, limits.head_within);
  else
    stream = stream_over(std::move(socket));
  Peer peer{std::move(remote), false};
  if (stream) co_await serve_session(std::move(stream), api, limits, std::move(peer), traffic);
}

asio::awaitable<void> Server::State::serve_admin(stream_protocol::socket socket,
                                                 [[maybe_unused]] Counted counted) {
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
    // From here on, so that who is slow to shake hands counts as well.
    Counted counted(traffic);
    asio::co_spawn(executor,
                   serve(std::move(socket), peer.address().to_string(), std::move(counted)),
                   asio::detached);
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
    Counted counted(traffic);
    asio::co_spawn(*contexts[0], serve_admin(std::move(socket), std::move(counted)),
                   asio::detached);
  }
}

Result<std::unique_ptr<Server>> Server::open(Listen listen, Api& api, telemetry::Metrics& metrics) {
  auto state = std::make_unique<State>(std::move(listen), api, metrics);
  TRY(state->open());
  metrics.gauge("xiaobao_http_connections", "Open connections",
                [&traffic = state->traffic] { return static_cast<double>(traffic.connections); });
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

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
