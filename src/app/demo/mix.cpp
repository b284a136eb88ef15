#include "app/demo/mix.h"

#include <algorithm>

namespace xb::app::demo {
namespace {

constexpr double hundred = 100;  // of weights together

std::vector<double> weights() {
  std::vector<double> out;
  // What may come on some days only is owed nothing on the others.
  for (const Matter& one : book().matters)
    out.push_back(book().only_wave(one) == nullptr ? one.weight : 0);
  return out;
}

std::vector<double> shares() {
  std::vector<double> out;
  for (const Way& one : ways()) out.push_back(one.share);
  return out;
}

}  // namespace

Quota::Quota(std::vector<double> shares) : shares_(std::move(shares)), owed_(shares_.size()) {
  double sum = 0;
  for (const double one : shares_) sum += one;
  for (double& one : shares_) one /= sum;
}

std::size_t Quota::draw(Dice& dice, const std::vector<bool>& may) {
  constexpr double pull = 0.006, least = 0.125;
  std::vector<double> chances(shares_.size());
  double sum = 0;
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    owed_[i] += shares_[i];
    if (may[i]) chances[i] = std::max(least * shares_[i], shares_[i] + pull * owed_[i]);
    sum += chances[i];
  }
  double at = dice.share() * sum;
  std::size_t out = 0;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    if (!may[i]) continue;
    out = i;
    if ((at -= chances[i]) < 0) break;
  }
  owed_[out] -= 1;
  return out;
}

bool Mix::comes(const void* what, double share, Dice& dice) {
  constexpr double pull = 0.1;
  double& owed = owed_[what];
  owed += share;
  const bool out = dice.happens(share + pull * owed);
  if (out) owed -= 1;
  return out;
}

Mix::Mix(const Days& calendar, Date today)
    : calendar_(calendar), today_(today), matters_(weights()), ways_(shares()) {}

const Matter& Mix::matter(Date day, Dice& dice, const Wave** wave) {
  const auto distance = (day.days - today_.days).count();
  for (const Wave& one : book().waves)
    if (one.has(distance) && comes(&one, one.share, dice)) {
      *wave = &one;
      return book().matter(one.matter);
    }
  std::vector<bool> may;
  for (const Matter& one : book().matters) {
    const Wave* const only = book().only_wave(one);
    if (only != nullptr && only->has(distance) && comes(&one, one.weight / hundred, dice)) {
      *wave = only;
      return one;
    }
    may.push_back(only == nullptr);
  }
  return book().matters[matters_.draw(dice, may)];
}

void Mix::tell_instead(const Matter& drawn, const Matter* told) {
  const Matter* const first = book().matters.data();
  matters_.give_back(static_cast<std::size_t>(&drawn - first));
  if (told != nullptr) matters_.take(static_cast<std::size_t>(told - first));
}

const Way& Mix::way(Date day, Dice& dice) {
  const bool is_working = calendar_.is_working(day);
  std::vector<bool> may;
  for (const Way& one : ways())
    may.push_back(is_working || one.channel == "hotline" || one.channel == "mobile_app" ||
                  one.channel == "platform");
  return ways()[ways_.draw(dice, may)];
}

}  // namespace xb::app::demo
