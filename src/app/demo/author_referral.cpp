// What a bureau refers: the account that the bank gives of it, however the case ended, and the
// register of those whose case was kept elsewhere or came in before.
#include <algorithm>

#include "app/demo/author.h"

namespace xb::app::demo {

using complaints::Finding;
using std::chrono::days;

// The written account of what was referred.
void Author::report_back(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  if (!is_referred(life.told)) return;
  const Staff& chief = setting_.cast.at("protection_head", setting_.cast.unit("100101"));
  const auto report = [&] {
    plot.pass(10, 120);
    plot.act(*crew.desk, "referral.handle", steps_.drafts(course.finding));
    if (life.dice.happens(0.12)) {
      plot.pass(20, 120);
      plot.act(chief, "referral.approve", steps_.sends_back_account());
      plot.pass(20, 120);
      plot.act(*crew.desk, "referral.handle", steps_.drafts(course.finding));
    }
    plot.pass(15, 160);
    plot.act(chief, "referral.approve", steps_.approves_account());
    plot.pass(5, 60);
    plot.act(*crew.desk, "referral.handle", steps_.fills_back());
  };
  report();
  if (!life.dice.happens(0.03)) return;
  plot.pass(900, 1'900);
  plot.act(*crew.desk, "referral.handle", steps_.wants_rework());
  plot.pass(15, 90);
  plot.act(*crew.desk, "referral.handle", steps_.takes_up());
  report();
}

// A bureau wants its answer however a case ended.
void Author::report_end(Plot& plot, Life& life, const Crew& crew, Fate fate) const {
  if (!is_referred(life.told)) return;
  const char* findings = "投诉人所述事项与其另一件在办投诉相同。";
  const char* outcome = "已并入在办投诉一并处理，处理结果将统一告知投诉人。";
  if (fate == Fate::withdrawn) {
    findings = "办理中投诉人主动提出撤回，已核验身份并留存确认记录。";
    outcome = "按撤回办结。";
  } else if (fate == Fate::redirected) {
    findings = "经核对，反映事项不属于消费投诉，已按事项性质转相应渠道办理。";
    outcome = "已向投诉人说明办理渠道。";
  } else if (fate == Fate::refused) {
    findings = "代理人未能提供有效授权，且逾期未补充。";
    outcome = "决定不予办理，已书面告知理由及救济途径。";
  }
  if (fate != Fate::withdrawn) {
    plot.pass(60, 400);
    plot.act(*crew.desk, "referral.handle", steps_.tries(true));
    plot.pass(5, 60);
    plot.act(*crew.desk, "referral.handle", steps_.takes_up());
  }
  plot.pass(300, 1'500);
  send_account(plot, life, *crew.desk, steps_.drafts_of(findings, outcome), 0.86);
}

// Drafted, approved, filled back, and what the bureau heard of it when it asked.
void Author::send_account(Plot& plot, Life& life, const Staff& desk, Play draft,
                          double content) const {
  const Staff& chief = setting_.cast.at("protection_head", setting_.cast.unit("100101"));
  plot.act(desk, "referral.handle", std::move(draft));
  plot.pass(15, 160);
  plot.act(chief, "referral.approve", steps_.approves_account());
  plot.pass(5, 60);
  plot.act(desk, "referral.handle", steps_.fills_back());
  plot.pass(900, 3'000);
  plot.act(desk, "referral.handle", steps_.finishes(life.dice.happens(content)));
}

// Told short: the case itself is only brought in when it is over.
void Author::write_register(Life& life, Instant over, Play import) const {
  Plot plot(setting_, life);
  const Cast& cast = setting_.cast;
  const Staff& desk = cast.any("complaint_manager", cast.unit("100101"), life.dice);
  const Course course = course_of(life);
  const Date received_on = setting_.zone.date(life.told.received_at);
  plot.reach(0.01);
  plot.act(desk, "referral.handle", steps_.receives(received_on + days{15}));
  plot.pass(5, 60);
  plot.act(desk, "referral.handle", steps_.signs_in());
  plot.pass(60, 420);
  plot.act(desk, "referral.handle", steps_.tries(true));
  plot.pass(5, 60);
  plot.act(desk, "referral.handle", steps_.takes_up());
  plot.go_to(std::max(plot.now(), setting_.days.working_before(over, life.dice)));
  plot.decide(std::move(import));
  plot.act(desk, "referral.handle", steps_.links(&life));
  plot.pass(5, 60);
  send_account(plot, life, desk, steps_.drafts(course.finding), 0.86);
}

void Author::write_upgraded(Life& life, const Life& earlier) const {
  Plot plot(setting_, life);
  const Cast& cast = setting_.cast;
  const Staff& desk = cast.any("complaint_manager", cast.unit("100101"), life.dice);
  life.outlet = earlier.outlet;
  plot.reach(0.01);
  plot.act(desk, "referral.handle",
           steps_.receives(setting_.zone.date(life.told.received_at) + days{15}));
  plot.pass(5, 40);
  plot.act(desk, "referral.handle", steps_.signs_in());
  plot.act(desk, "referral.handle", steps_.links(&earlier));
  plot.pass(30, 200);
  plot.act(desk, "referral.handle", steps_.tries(true));
  plot.pass(5, 60);
  plot.act(desk, "referral.handle", steps_.takes_up());
  plot.pass(600, 1'900);
  send_account(
      plot, life, desk,
      steps_.drafts_of("投诉人此前已向我行投诉，我行已作出处理并告知；经复核，原核查事实清楚。",
                       "就原处理结果再次向投诉人说明，并告知申请核查、调解和诉讼途径。"),
      0.6);
}

}  // namespace xb::app::demo
