#include "app/serving.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <functional>
#include <optional>

#include <unistd.h>

#include "app/modules.h"
#include "app/portal.h"
#include "app/routes.h"
#include "app/web.h"
#include "modules/desk/drafts/service.h"
#include "modules/events/routes.h"
#include "modules/events/service.h"
#include "modules/portal/routes.h"
#include "platform/approvals/routes.h"
#include "platform/clocks/calendars.h"
#include "platform/clocks/routes.h"
#include "platform/clocks/sweep.h"
#include "platform/evidence/sequencer.h"
#include "platform/exchange/jobs.h"
#include "platform/exchange/routes.h"
#include "platform/http/openapi.h"
#include "platform/http/server.h"
#include "platform/http/store.h"
#include "platform/identity/routes.h"
#include "platform/identity/sessions.h"
#include "platform/identity/store.h"
#include "platform/inbox/routes.h"
#include "platform/jobs/loop.h"
#include "platform/storage/migrations.h"
#include "platform/taxonomies/routes.h"
#include "platform/telemetry/log.h"

namespace xb::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds follow_every{200};
constexpr milliseconds place_every{200};
constexpr seconds watch_every{1};
constexpr std::chrono::minutes sweep_every{10};
constexpr std::chrono::minutes tell_every{1};
constexpr std::chrono::hours tidy_every{1};
constexpr seconds send_every{1};
constexpr seconds start_within{8};  // a command that waits longer is answered busy
constexpr seconds grace{10};
constexpr std::chrono::hours idempotency_kept{48};
constexpr std::int64_t cases_a_command = 100;

// Besides sockets: three for each connection of SQLite, one for each of PostgreSQL, three for each
// thread that waits for sockets, and the rest.
std::size_t descriptors_of(const Configuration& configuration) {
  return 64 + 3 * static_cast<std::size_t>(configuration.readers + configuration.writers +
                                           configuration.http_threads);
}

sigset_t ending_signals() {
  sigset_t set{};
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) sigaddset(&set, signal);
  return set;
}

void wait_for_signal() {
  const sigset_t set = ending_signals();
  int signal = 0;
  sigwait(&set, &signal);
}

// From any thread: ends the waiting.
void interrupt() { kill(getpid(), SIGUSR1); }

void add_routes(http::Router& router, const std::vector<exchange::Target>& targets,
                exchange::ImportJobs& jobs, portal::Portal& portal, events::Hub& hub,
                identity::SecondFactor second_factor) {
  identity::routes(router, second_factor);
  clocks::routes(router);
  inbox::routes(router);
  approvals::routes(router, matters(), glances());
  taxonomies::routes(router);
  module_routes(router);
  portal::routes(router, portal);
  events::routes(router, hub);
  exchange::routes(router, targets, jobs);
}

// Everything that runs, in the order it depends on each other.
class Program {
 public:
  Program(Installation& installation, const std::optional<notices::Gateway>& gateway)
      : installation_(installation),
        texts_(Texts::shipped()),
        followers_(*installation.database, followers_of(installation)),
        targets_(import_targets()),
        router_({installation.database.get(), &installation.keys,
                 [this] { return installation_.clock->now(); }, installation.configuration.zone,
                 installation.directory.scratch(), installation.limits.get(),
                 installation.taxonomies.get(), installation.vault.get()}) {
    portal_.settings = portal_settings(installation.configuration);
    add_routes(router_, targets_, jobs_, portal_, hub_,
               installation.configuration.wants_second_factor ? identity::SecondFactor::by_post
                                                              : identity::SecondFactor::off);
    page_routes(router_, texts_);
    health_routes(router_, installation_, followers_);
    admin_routes(router_, installation_, followers_);
    web_routes(router_, web_);
    if (gateway)
      sender_.emplace(
          *installation.database, installation.keys, [this] { return installation_.clock->now(); },
          *gateway);
    http::Surroundings surroundings{
        .database = *installation.database,
        .keys = installation.keys,
        .texts = texts_,
        .metrics = installation.metrics,
        .now = [this] { return installation_.clock->now(); },
        .may_write = [this] { return installation_.clock->may_write(); },
        .zone = installation.configuration.zone,
        .readers = static_cast<std::size_t>(installation.configuration.readers),
        .limits = installation.limits.get(),
        .taxonomies = installation.taxonomies.get(),
    };
    api_.emplace(std::move(surroundings), router_);
    add_gauges();
  }

  // `asked` is an address instead of the configured one, or empty.
  Result<void> listen(const std::string& asked) {
    server_ = TRY(http::Server::open(listen_of(asked), *api_, installation_.metrics));
    return {};
  }

  void start() {
    if (!installation_.lock.is_read_only())
      jobs_.break_off_left({*installation_.database,
                            installation_.keys,
                            [this] { return installation_.clock->now(); },
                            installation_.configuration.zone,
                            Actor::system(),
                            {},
                            installation_.limits.get(),
                            installation_.taxonomies.get()});
    server_->start();
    if (installation_.database->dialect() == storage::Dialect::postgres)
      placing_.emplace("place", place_every, [this] {
        return evidence::place_step(*installation_.database, installation_.keys);
      });
    if (placing_) installation_.placing = &*placing_;
    following_.emplace("follow", follow_every, [this] { return followers_.step(); });
    hearing_.emplace("hear", follow_every,
                     [this] { return hub_.step(installation_.clock->now()); });
    expiring_.emplace("expire", watch_every, [this] {
      installation_.database->expire_waiting(start_within);
      return false;
    });
    watching_.emplace("watch", watch_every, [this] { return watch(); });
    moving_.emplace("move", watch_every, [this] { return let_cases_follow(); });
    sweeping_.emplace("sweep", sweep_every, [this] { return sweep(); });
    if (!installation_.lock.is_read_only())
      telling_.emplace("tell", tell_every, [this] { return tell(); });
    if (!installation_.lock.is_read_only())
      tidying_.emplace("tidy_files", tidy_every, [this] { return sweep_files(); });
    if (sender_ && !installation_.lock.is_read_only())
      sending_.emplace("send", send_every, [this] { return sender_->step(); });
  }

  void stop() {
    jobs_.stop();
    hub_.stop();
    server_->stop(grace);
    for (auto* loop : {&sending_, &tidying_, &telling_, &sweeping_, &moving_, &watching_,
                       &expiring_, &hearing_, &following_})
      if (*loop) (*loop)->stop();
    api_->stop();
    installation_.placing = nullptr;
    if (placing_) placing_->stop();
    installation_.database->stop();
  }

  unsigned short port() const { return server_->port(); }
  bool met_newer_schema() const { return met_newer_schema_; }

 private:
  http::Listen listen_of(const std::string& asked) const {
    const Configuration& configuration = installation_.configuration;
    http::Listen listen{.address = asked.empty() ? configuration.listen : asked,
                        .hosts = configuration.hosts,
                        .proxies = configuration.proxies,
                        .certificate = configuration.certificate,
                        .key = configuration.certificate_key,
                        .admin_socket = installation_.directory.admin_socket(),
                        .threads = static_cast<std::size_t>(configuration.http_threads),
                        .descriptors_kept = descriptors_of(configuration)};
    if (installation_.lock.is_read_only()) listen.admin_socket.clear();
    return listen;
  }

  void add_gauges() {
    installation_.metrics.gauge(
        "xiaobao_commands_waiting", "Commands that wait for a writer",
        [this] { return static_cast<double>(installation_.database->waiting()); });
    installation_.metrics.gauge("xiaobao_ready", "1 while ready", [this] {
      return readiness(installation_, followers_).ready ? 1.0 : 0.0;
    });
  }

  // A newer schema ends this node. Reads, and so has no part in letting waiters go.
  bool watch() {
    std::int64_t known = 0;
    installation_.database->read(
        [&](storage::Transaction& tx) { known = storage::migrations_seen(tx); });
    const auto shipped = storage::shipped_migrations(installation_.database->dialect()).size();
    if (known > static_cast<std::int64_t>(shipped) && !met_newer_schema_) {
      met_newer_schema_ = true;
      telemetry::log(telemetry::Severity::alarm, "serve.newer_schema");
      interrupt();
    }
    return false;
  }

  // Cases of units that have moved, a few at a time.
  bool let_cases_follow() {
    bool has_any = false;
    installation_.database->read(
        [&](storage::Transaction& tx) { has_any = identity::units_have_moved(tx); });
    if (!has_any) return false;
    installation_.database->write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = installation_.work(tx);
      has_any = identity::follow_units(work, unit_followers(), cases_a_command);
      return has_any;
    });
    return has_any;
  }

  // What is old and only in the way; a thousand at a time.
  bool sweep() {
    const Instant now = installation_.clock->now();
    std::int64_t gone = 0;
    installation_.database->write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      gone = identity::sweep_sessions(tx, now);
      gone += http::delete_idempotency(tx, now - idempotency_kept);
      gone += desk::sweep_drafts(tx, now);
      gone += sweep_portal(tx, now);
      return true;
    });
    return gone > 0;
  }

  // Whoever is to be told of a clock is told; clocks are reckoned again with what has become known.
  bool tell() {
    if (!installation_.clock->may_write()) return false;
    const Instant now = installation_.clock->now();
    const Date today = installation_.configuration.zone.date(now);
    const clocks::Taken taken = taken_.next(now);
    bool has_work = false;
    installation_.database->read([&](storage::Transaction& tx) {
      clocks::refresh(tx, *installation_.limits);
      has_work = clocks::has_work(tx, *installation_.limits, now, today, taken);
      taken_.start(tx, taken, now);
    });
    if (!has_work) {
      taken_.end(0);
      return false;
    }
    const std::size_t told =
        in_bulk([&](Work& work) { return clocks::send_notices(work, clock_sources_, taken); });
    taken_.end(told);
    const auto changed = [&](auto&& change) {
      return in_bulk([&](Work& work) { return change(work, clock_sources_); });
    };
    const std::size_t reviewed = changed(clocks::review);
    const std::size_t recounted = changed(clocks::recount);
    return told >= taken.at_once || std::max(reviewed, recounted) >= clocks::swept_at_once;
  }

  std::size_t in_bulk(const std::function<std::size_t(Work&)>& step) {
    std::size_t out = 0;
    installation_.database->write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = installation_.work(tx);
      out = step(work);
      return true;
    });
    return out;
  }

  // Files that no row names, one of the folders at a time; true until all were seen.
  bool sweep_files() {
    const std::size_t gone =
        installation_.vault->sweep(file_folder_, [this](const std::vector<std::string>& names) {
          std::set<std::string> named;
          installation_.database->read(
              [&](storage::Transaction& tx) { named = named_files(tx, names); });
          return named;
        });
    if (gone > 0)
      telemetry::log(telemetry::Severity::warning, "files.swept",
                     {{"count", static_cast<std::int64_t>(gone)}});
    file_folder_ = (file_folder_ + 1) % files::Vault::folders;
    return file_folder_ != 0;
  }

  Installation& installation_;
  const Texts texts_;
  const Web web_ = shipped_web();
  evidence::Followers followers_;
  const std::vector<exchange::Target> targets_;
  const std::vector<clocks::Source> clock_sources_ = clock_sources();
  portal::Portal portal_;
  events::Hub hub_{installation_.database.get(), &installation_.keys,
                   installation_.configuration.zone};
  std::optional<notices::Sender> sender_;
  http::Router router_;
  exchange::ImportJobs jobs_{[this] { return installation_.clock->may_write(); }};
  std::optional<http::Api> api_;
  std::unique_ptr<http::Server> server_;
  std::optional<jobs::Loop> placing_;
  std::optional<jobs::Loop> following_;
  std::optional<jobs::Loop> hearing_;
  std::optional<jobs::Loop> expiring_;
  std::optional<jobs::Loop> watching_;
  std::optional<jobs::Loop> sweeping_;
  std::optional<jobs::Loop> telling_;
  std::optional<jobs::Loop> moving_;
  clocks::Batches taken_;
  std::optional<jobs::Loop> tidying_;
  std::optional<jobs::Loop> sending_;
  unsigned file_folder_ = 0;
  std::atomic<bool> met_newer_schema_ = false;
};

}  // namespace

std::string openapi_document() {
  const std::vector<exchange::Target> targets = import_targets();
  exchange::ImportJobs jobs;
  http::Router router({});
  portal::Portal portal;
  events::Hub hub(nullptr, nullptr, {});
  add_routes(router, targets, jobs, portal, hub, identity::SecondFactor::by_post);
  return http::openapi(router, Texts::shipped(), XB_VERSION);
}

void block_signals() {
  const sigset_t set = ending_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

Result<int> serve(Installation& installation, const std::string& listen) {
  const auto gateway = TRY(gateway_of(installation));
  telemetry::start_log();
  Program program(installation, gateway);
  if (auto listens = program.listen(listen); !listens) {
    telemetry::stop_log();
    return tl::unexpected(std::move(listens).error());
  }
  program.start();
  telemetry::log(telemetry::Severity::info, "serve.started",
                 {{"version", XB_VERSION}, {"port", std::int64_t{program.port()}}});
  std::printf("listening on port %d\n", program.port());
  std::fflush(stdout);
  wait_for_signal();
  telemetry::log(telemetry::Severity::info, "serve.stopping");
  program.stop();
  telemetry::log(telemetry::Severity::info, "serve.stopped");
  telemetry::stop_log();
  return program.met_newer_schema() ? 2 : 0;
}

}  // namespace xb::app
