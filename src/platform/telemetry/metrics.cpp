#include "platform/telemetry/metrics.h"

#include <mutex>
#include <vector>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace xb::telemetry {
namespace {

const prometheus::Histogram::BucketBoundaries seconds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                      0.05,   0.1,   0.25,   0.5,   1,    5};
const prometheus::Histogram::BucketBoundaries commands_a_group{1, 2, 4, 8, 16, 32, 64, 128};

double in_seconds(std::chrono::microseconds span) {
  return std::chrono::duration<double>(span).count();
}

}  // namespace

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter()
          .Name("xiaobao_http_requests_total")
          .Help("Requests answered, by route pattern and status")
          .Register(registry);
  prometheus::Histogram& request_seconds =
      prometheus::BuildHistogram()
          .Name("xiaobao_http_request_seconds")
          .Help("Time from the end of the header to the end of the answer")
          .Register(registry)
          .Add({}, seconds);
  prometheus::Family<prometheus::Counter>& denials =
      prometheus::BuildCounter()
          .Name("xiaobao_http_denied_total")
          .Help("Accesses refused with 401, 403 or 404, by route pattern and code")
          .Register(registry);
  prometheus::Family<prometheus::Counter>& refused_connections =
      prometheus::BuildCounter()
          .Name("xiaobao_http_refused_connections_total")
          .Help("Connections closed before a request was understood, by cause")
          .Register(registry);
  prometheus::Histogram& commit_seconds = prometheus::BuildHistogram()
                                              .Name("xiaobao_commit_seconds")
                                              .Help("Time of one durable commit")
                                              .Register(registry)
                                              .Add({}, seconds);
  prometheus::Histogram& group_size = prometheus::BuildHistogram()
                                          .Name("xiaobao_commit_commands")
                                          .Help("Commands made durable by one commit")
                                          .Register(registry)
                                          .Add({}, commands_a_group);
  prometheus::Family<prometheus::Counter>& retries = prometheus::BuildCounter()
                                                         .Name("xiaobao_command_retries_total")
                                                         .Help("Commands run again, by cause")
                                                         .Register(registry);
  prometheus::Family<prometheus::Counter>& alarms = prometheus::BuildCounter()
                                                        .Name("xiaobao_alarms_total")
                                                        .Help("Alarms raised, by event")
                                                        .Register(registry);
  struct Figure {
    prometheus::Gauge* gauge;
    std::function<double()> read;
  };
  std::mutex mutex;
  std::vector<Figure> figures;
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::request(std::string_view route, int status, std::chrono::microseconds took) {
  state_->requests.Add({{"route", std::string{route}}, {"status", std::to_string(status)}})
      .Increment();
  state_->request_seconds.Observe(in_seconds(took));
}

void Metrics::denied(std::string_view route, std::string_view code) {
  state_->denials.Add({{"route", std::string{route}}, {"code", std::string{code}}}).Increment();
}

void Metrics::refused_connection(std::string_view why) {
  state_->refused_connections.Add({{"cause", std::string{why}}}).Increment();
}

void Metrics::commit(std::size_t commands, std::chrono::microseconds took) {
  state_->commit_seconds.Observe(in_seconds(took));
  state_->group_size.Observe(static_cast<double>(commands));
}

void Metrics::retried(std::string_view why) {
  state_->retries.Add({{"cause", std::string{why}}}).Increment();
}

void Metrics::alarm(std::string_view event) {
  state_->alarms.Add({{"event", std::string{event}}}).Increment();
}

void Metrics::gauge(std::string name, std::string help, std::function<double()> read) {
  auto& gauge = prometheus::BuildGauge()
                    .Name(std::move(name))
                    .Help(std::move(help))
                    .Register(state_->registry)
                    .Add({});
  const std::lock_guard lock(state_->mutex);
  state_->figures.push_back({&gauge, std::move(read)});
}

std::string Metrics::print() const {
  {
    const std::lock_guard lock(state_->mutex);
    for (const auto& figure : state_->figures) figure.gauge->Set(figure.read());
  }
  return prometheus::TextSerializer().Serialize(state_->registry.Collect());
}

}  // namespace xb::telemetry
