/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places and distances. Names, positions and most distances are those of scenarios/yiwu and
 * scenarios/corridors, whose pages name their sources; the other distances are 1.27 times the great
 * circle, as there. Weights of hubs: trains of 2024 in hundreds (S59 there); all others are
 * assumed. */
#include "study/generate/geography.h"

#define CHINA "CN", "Asia/Shanghai", 8
#define POLAND "PL", "Europe/Warsaw", 1
#define GERMANY "DE", "Europe/Berlin", 1

static const Place PLACES[N_PLACES] = {
    {"YIW", "Yiwu West", "义乌西", CHINA, 2931, 12000, 8},
    {"XIY", "Xi'an International Port", "西安国际港", CHINA, 3441, 10906, 38},
    {"CKG", "Chongqing Tuanjiecun", "重庆团结村", CHINA, 2960, 10633, 21},
    {"CTU", "Chengdu Chengxiang", "成都城厢", CHINA, 3084, 10436, 23},
    {"CGO", "Zhengzhou Putian", "郑州圃田", CHINA, 3472, 11380, 21},
    {"WUH", "Wuhan Wujiashan", "武汉吴家山", CHINA, 3064, 11413, 7},
    {"SZV", "Suzhou West", "苏州西", CHINA, 3130, 12060, 6},
    {"TNA", "Jinan", "济南", CHINA, 3667, 11700, 7},
    {"CAN", "Guangzhou International Port", "广州国际港", CHINA, 2310, 11330, 7},
    {"CSX", "Changsha", "长沙", CHINA, 2820, 11295, 8},
    {"HFE", "Hefei North", "合肥北", CHINA, 3186, 11728, 5},
    {"URC", "Urumqi Sanping", "乌鲁木齐三坪", CHINA, 4380, 8760, 10},

    {"ALA", "Alashankou–Dostyk", "阿拉山口—多斯特克", CHINA, 4517, 8257, 0},
    {"HGS", "Khorgos–Altynkol", "霍尔果斯—阿腾科里", CHINA, 4421, 8041, 0},
    {"ERC", "Erenhot–Zamyn-Uud", "二连浩特—扎门乌德", CHINA, 4365, 11198, 0},
    {"MZL", "Manzhouli–Zabaikalsk", "满洲里—后贝加尔斯克", CHINA, 4960, 11743, 0},

    {"MAL", "Małaszewicze–Brest", "马拉舍维奇—布列斯特", POLAND, 5202, 2353, 0},
    {"KGD", "Kaliningrad–Mamonovo", "加里宁格勒—马莫诺沃", "RU", "Europe/Kaliningrad", 2, 5470,
     2050, 0},
    {"ZAH", "Záhony–Chop", "扎霍尼—乔普", "HU", "Europe/Budapest", 1, 4841, 2218, 0},

    {"DUI", "Duisburg DIT", "杜伊斯堡", GERMANY, 5143, 677, 20},
    {"HAM", "Hamburg Billwerder", "汉堡比尔韦德", GERMANY, 5351, 1009, 13},
    {"LCJ", "Łódź Olechów", "罗兹", POLAND, 5177, 1947, 12},
    {"WAW", "Warsaw", "华沙", POLAND, 5223, 2101, 10},
    {"MAD", "Madrid Abroñigal", "马德里", "ES", "Europe/Madrid", 1, 4039, -367, 4},
    {"LGG", "Liège Logistics", "列日", "BE", "Europe/Brussels", 1, 5063, 557, 4},
    {"BUD", "Budapest BILK", "布达佩斯", "HU", "Europe/Budapest", 1, 4740, 1911, 7},
    {"MIL", "Milan", "米兰", "IT", "Europe/Rome", 1, 4550, 920, 4},
    {"PRG", "Prague Uhříněves", "布拉格", "CZ", "Europe/Prague", 1, 5003, 1460, 6},
    {"PAR", "Paris", "巴黎", "FR", "Europe/Paris", 1, 4890, 240, 2},
    {"TIL", "Tilburg", "蒂尔堡", "NL", "Europe/Amsterdam", 1, 5156, 508, 7},
    {"NUE", "Nuremberg", "纽伦堡", GERMANY, 4945, 1108, 4},

    {"JHU", "Jinhua South", "金华南", CHINA, 2911, 11964, 0},
    {"LHW", "Lanzhou", "兰州", CHINA, 3606, 10384, 0},
    {"LZO", "Luzhou Port", "泸州港", CHINA, 2887, 10544, 0},
    {"YBP", "Yibin", "宜宾", CHINA, 2877, 10463, 0},
    {"LYA", "Luoyang", "洛阳", CHINA, 3462, 11245, 0},
    {"YIH", "Yichang", "宜昌", CHINA, 3069, 11129, 0},
    {"SHA", "Shanghai", "上海", CHINA, 3123, 12147, 0},
    {"TAO", "Qingdao Port", "青岛港", CHINA, 3607, 12038, 0},
    {"SZX", "Shenzhen", "深圳", CHINA, 2254, 11406, 0},
    {"ZHZ", "Zhuzhou", "株洲", CHINA, 2783, 11313, 0},
    {"NKG", "Nanjing", "南京", CHINA, 3206, 11880, 0},
    {"KRL", "Korla", "库尔勒", CHINA, 4173, 8615, 0},

    {"RTM", "Rotterdam", "鹿特丹", "NL", "Europe/Amsterdam", 1, 5195, 405, 0},
    {"GOT", "Gothenburg", "哥德堡", "SE", "Europe/Stockholm", 1, 5769, 1187, 0},
    {"WRO", "Wrocław", "弗罗茨瓦夫", POLAND, 5111, 1704, 0},
    {"GDN", "Gdańsk", "格但斯克", POLAND, 5435, 1865, 0},
    {"VLC", "Valencia", "巴伦西亚", "ES", "Europe/Madrid", 1, 3947, -38, 0},
    {"ANR", "Antwerp", "安特卫普", "BE", "Europe/Brussels", 1, 5122, 440, 0},
    {"VIE", "Vienna", "维也纳", "AT", "Europe/Vienna", 1, 4821, 1637, 0},
    {"GOA", "Genoa", "热那亚", "IT", "Europe/Rome", 1, 4441, 893, 0},
    {"BRQ", "Brno", "布尔诺", "CZ", "Europe/Prague", 1, 4920, 1661, 0},
    {"LEH", "Le Havre", "勒阿弗尔", "FR", "Europe/Paris", 1, 4949, 11, 0},
    {"AMS", "Amsterdam", "阿姆斯特丹", "NL", "Europe/Amsterdam", 1, 5237, 490, 0},
    {"MUC", "Munich", "慕尼黑", GERMANY, 4814, 1158, 0},
};

/* Of the places near, in their order. Times and costs are assumed. */
static const NearFeeder NEAR_FEEDERS[N_HUBS + N_TERMINALS] = {
    {"road", 90, 550},    {"rail", 1200, 1900},  {"barge", 1440, 1300}, {"road", 480, 2400},
    {"road", 240, 1300},  {"barge", 1620, 1500}, {"road", 240, 1400},   {"rail", 840, 1600},
    {"road", 300, 1500},  {"road", 120, 700},    {"road", 240, 1200},   {"rail", 960, 1500},
    {"barge", 1440, 900}, {"sea", 2880, 2600},   {"road", 240, 2400},   {"road", 360, 3400},
    {"rail", 720, 3600},  {"road", 180, 1900},   {"road", 240, 2600},   {"road", 180, 1800},
    {"road", 210, 2200},  {"road", 240, 2500},   {"road", 120, 1500},   {"road", 180, 2000},
};

/* Alashankou, Khorgos, Erenhot, Manzhouli. */
static const int HUB_BORDER_KM[N_HUBS][N_BORDERS] = {
    {4600, 4810, 2220, 3575}, {3020, 3226, 1340, 2310}, {3300, 3560, 2080, 3064},
    {3400, 3260, 2000, 2990}, {3530, 3850, 1276, 2130}, {4030, 4200, 1850, 2700},
    {4600, 4780, 1990, 2610}, {3830, 4040, 1120, 1830}, {4700, 4830, 2910, 3770},
    {4150, 4300, 2180, 3060}, {4230, 4410, 1770, 2500}, {470, 676, 2480, 2980},
};

/* Małaszewicze, Kaliningrad, Záhony. */
static const int BORDER_GATEWAY_KM[N_BORDERS][N_GATEWAYS] = {
    {5456, 5600, 5700},
    {5330, 5510, 5570},
    {8136, 7970, 8300},
    {7770, 7740, 8180},
};

static const int GATEWAY_TERMINAL_KM[N_GATEWAYS][N_TERMINALS] = {
    {1360, 1060, 330, 190, 2996, 1590, 875, 1620, 840, 1940, 1610, 1170},
    {1250, 880, 420, 350, 3040, 1400, 1040, 1650, 830, 1770, 1380, 1100},
    {1460, 1290, 530, 550, 2830, 1550, 330, 1320, 740, 1840, 1610, 1040},
};

const Place *place_at(int place) {
    return &PLACES[place];
}

int place_near(int place) {
    return place_is_hub(place) ? FIRST_NEAR + place : FIRST_NEAR + N_HUBS + place - FIRST_TERMINAL;
}

const NearFeeder *near_feeder(int near) {
    return &NEAR_FEEDERS[near - FIRST_NEAR];
}

int place_km(int from, int to) {
    const int first = from < to ? from : to;
    const int second = from < to ? to : from;
    if (first < FIRST_BORDER) {
        return HUB_BORDER_KM[first][second - FIRST_BORDER];
    }
    if (first < FIRST_GATEWAY) {
        return BORDER_GATEWAY_KM[first - FIRST_BORDER][second - FIRST_GATEWAY];
    }
    return GATEWAY_TERMINAL_KM[first - FIRST_GATEWAY][second - FIRST_TERMINAL];
}
