#include "app/demo/beside.h"

#include "modules/cases/service.h"
#include "modules/desk/views/service.h"
#include "modules/tip_offs/service.h"

namespace xb::app::demo {
namespace {

using std::chrono::days;
using std::chrono::minutes;

struct Rumour {
  const char* unit;
  const char* summary;
  const char* wording;
  int ago;
  bool is_named;
};
constexpr Rumour rumours[] = {
    {"214000", "举报支行信贷员收好处费",
     "举报青溪支行信贷员收好处费，办一笔收三个点，村里好几户都给过。", 12, true},
    {"314000", "举报网点大额存单留给关系户",
     "石渡那边每次大额存单一上就没有了，都是先给熟人留的，柜台的人自己说的。", 78, false},
};

std::shared_ptr<Life> begin(const Setting& setting, Dice& dice, int ago) {
  auto out = std::make_shared<Life>();
  out->dice = Dice{dice.next()};
  const Date day = setting.zone.date(setting.end) + -days{ago};
  out->told.received_at =
      setting.days.working(setting.days.at(day, minutes{9 * 60 + 40}), out->dice);
  return out;
}

Play takes_down(const Setting& setting, const Rumour& rumour) {
  return [&setting, &rumour](Work& work, Life& life) {
    tip_offs::NewTipOff input;
    input.summary = tip_offs::Summary::trusted(rumour.summary);
    input.wording = tip_offs::Wording::trusted(rumour.wording);
    input.reported_unit_ids = std::vector<Id<Unit>>{setting.cast.unit(rumour.unit).id};
    if (rumour.is_named) {
      input.reporter_name = privacy::Personal<tip_offs::ReporterFact>::trusted("覃女士");
      input.reporter_reach = privacy::Personal<tip_offs::ReporterFact>::trusted("13700021863");
    }
    life.tip_off = taken(tip_offs::register_tip_off(work, input), "tip-off").id;
  };
}

std::shared_ptr<Life> tip_off(const Setting& setting, Dice& dice, const Rumour& rumour) {
  auto life = begin(setting, dice, rumour.ago);
  Plot plot(setting, *life);
  const Cast& cast = setting.cast;
  const Unit& discipline = cast.unit("100117");
  const Staff& inspector = cast.at("discipline", discipline);
  const Staff& inquirer = cast.any("discipline", discipline, life->dice);
  plot.act(inspector, "tip_off.register", takes_down(setting, rumour));
  plot.pass(60, 400);
  plot.act(inspector, "tip_off.assign", [&inquirer](Work& work, Life& one) {
    taken(tip_offs::assign(work, one.tip_off, {inquirer.unit->id, inquirer.id}),
          "assign a tip-off");
  });
  plot.reach(32);
  plot.act(inquirer, "tip_off.decide", [](Work& work, Life& one) {
    taken(tip_offs::decide(
              work, one.tip_off,
              {tip_offs::Finding::unsubstantiated,
               tip_offs::Wording::trusted("调取近三期大额存单销售时点和客户清单，额度全行联网先到先"
                                          "得，未发现预留；已建议公示售罄时间。")}),
          "decide a tip-off");
  });
  plot.pass(60, 400);
  plot.act(inspector, "tip_off.decide", [](Work& work, Life& one) {
    taken(tip_offs::close(work, one.tip_off, {}), "close a tip-off");
  });
  return life;
}

std::shared_ptr<Life> lesson(const Setting& setting, Dice& dice, const Lesson& from, int ago) {
  auto life = begin(setting, dice, ago);
  Plot plot(setting, *life);
  const Unit& protection = setting.cast.unit("100101");
  plot.act(setting.cast.at("officer", protection), "case.write", [&from](Work& work, Life& one) {
    constexpr std::int64_t fen = 100;
    cases::NewCase input;
    input.title = cases::Title::trusted(from.title);
    input.business = complaints::Code::trusted(from.business);
    input.cause = complaints::Code::trusted(from.cause);
    input.facts = cases::Prose::trusted(from.facts);
    input.right_handling = cases::Prose::trusted(from.right);
    input.wrong_handling = cases::Prose::trusted(from.wrong);
    input.wording = cases::Prose::trusted(from.wording);
    if (from.to > 0) {
      input.amount_from_fen = from.from * fen;
      input.amount_to_fen = from.to * fen;
    }
    one.lesson = taken(cases::write_case(work, input), "write a case").id;
  });
  plot.pass(120, 900);
  plot.act(setting.cast.at("protection_head", protection), "case.publish",
           [](Work& work, Life& one) { taken(cases::publish(work, one.lesson, {}), "publish"); });
  return life;
}

// What somebody looks at every day, kept for all of the bank.
struct Watch {
  const char* name;
  const char* query;
};
constexpr Watch watches[] = {
    {"在办件按到期日", "state=handling&sort=due_at"},
    {"监管转办", "source=nfra_referral&source=pboc_referral"},
    {"复杂、重大件", "tier=complex&tier=major"},
};

std::shared_ptr<Life> view(const Setting& setting, Dice& dice, const Watch& watch) {
  auto life = begin(setting, dice, 60);
  Plot plot(setting, *life);
  const Staff& officer = setting.cast.at("officer", setting.cast.unit("100101"));
  plot.act(officer, "complaint.read", [&watch](Work& work, Life&) {
    desk::NewView input;
    input.name = Text<60, Presence::required>::trusted(watch.name);
    input.list = Text<40, Presence::required>::trusted("complaints");
    input.query = Text<2000>::trusted(watch.query);
    input.shared_with = desk::SharedWith::bank;
    taken(desk::save_view(work, input), "save a view");
  });
  return life;
}

}  // namespace

std::vector<std::shared_ptr<Life>> lives_beside(const Setting& setting, Dice& dice) {
  std::vector<std::shared_ptr<Life>> out;
  for (const Rumour& rumour : rumours) out.push_back(tip_off(setting, dice, rumour));
  for (const Watch& watch : watches) out.push_back(view(setting, dice, watch));
  int ago = 95;
  for (const Lesson& one : book().lessons) {
    out.push_back(lesson(setting, dice, one, ago));
    ago -= 20;
  }
  return out;
}

}  // namespace xb::app::demo
