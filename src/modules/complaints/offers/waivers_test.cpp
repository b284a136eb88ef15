#include "modules/complaints/offers/waivers.h"

#include <gtest/gtest.h>

namespace xb::complaints {
namespace {

TEST(AWaiver, IsFoundInTheCommonWordings) {
  for (const char* text : {
           "退还手续费436.70元，客户承诺不再投诉。",
           "客户自愿放弃就此事向监管部门投诉、举报的权利",
           "收到款项后不得再向任何机构举报或信访",
           "双方同意：客户放 弃　诉 讼",
           "甲方保证不通过诉讼、仲裁等方式主张",
           "今后不以任何形式维权",
           "退还86.47元，客户自愿撤诉。",
           "客户收款后撤回投诉",
           "客户须撤销12378的投诉",
           "客户承诺不再向任何部门反映此事",
           "客户不得再去12378反映",
           "客户息诉罢访",
           "The customer WILL NOT complain to any regulator",
       })
    EXPECT_TRUE(waives_rights(text)) << text;
}

TEST(AWaiver, IsNotWhatLeavesTheRightsAlone) {
  for (const char* text : {
           "退还手续费436.70元，恢复协议费率。",
           "本协议不影响您申请核查、调解、仲裁或提起诉讼",
           "我行将不再收取年费。您仍可投诉、申请调解。",
           "如不接受，可向监管部门投诉",
           "一次性退费，双方就该笔费用再无争议",
           "We refund the fee; you may still complain or sue.",
           "",
       })
    EXPECT_FALSE(waives_rights(text)) << text;
}

}  // namespace
}  // namespace xb::complaints
