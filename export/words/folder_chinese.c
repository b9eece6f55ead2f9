/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of folders, in Chinese, by the English texts. */
#include "export/words/folder_words.h"

#include <stddef.h>

static const CatalogueEntry folder_chinese[] = {
    {"%s: %s: %s", "%s：%s：%s"},
    {"cannot be read", "无法读取"},
    {"cannot be written", "无法写入"},
    {"cannot be used", "无法使用"},
    {"no folder can be made there", "无法在此建立文件夹"},
    {"cannot be put in place", "无法就位"},
    {"could be replaced only in part, and the next run will mend it",
     "只替换了一部分，下次运行会修复"},
    {"%s: is not empty and no %s folder (it has no %s); choose another place%s",
     "%1$s：非空，且不是%2$s文件夹（没有 %3$s）；请%4$s另选位置"},
    {"%s: is no %s folder, as its %s is not one of a %s; choose another place%s",
     "%1$s：不是%2$s文件夹，其 %3$s 不是%4$s的；请%5$s另选位置"},
    {"%s: its %s is a folder, link or device and no file of a %s; move it away, or choose another "
     "place%s",
     "%1$s：其 %2$s 是文件夹、链接或设备，不是%3$s的文件；请移走，或%4$s另选位置"},
    {"%s: a %s is there already; --force replaces it, or choose another place%s",
     "%1$s：已有%2$s；用 --force 替换，或%3$s另选位置"},
    {"%s: is in the way and is no folder", "%s：已被占用，且不是文件夹"},
    {"%s: %s cannot be written: %s", "%s：%s 无法写入：%s"},
    {"plan", "方案"},
    {"generated case", "生成案例"},
    {" with -o", "用 -o "},
    {NULL, NULL},
};

const char *folder_words_chinese(const char *english) {
    return catalogue_chinese(folder_chinese, english);
}
